import { type Control, type Practices, DATA_CATEGORIES } from '@candor/practices'

const scopesOf = (control: Control) => {
  if (control.kind !== 'boolean') return []
  return control.scopes.map((scope) =>
    'name' in scope
      ? { kind: 'name' as const, identity: scope.name, heldBy: scope.heldBy ?? ('service' as const) }
      : { kind: scope.of, identity: scope.prefix, heldBy: 'service' as const },
  )
}

const governed = (practices: Practices, name: string) => {
  const rules = practices.rules.filter(({ controls }) => controls.includes(name))
  return DATA_CATEGORIES.flatMap((category) => {
    const mine = rules.filter(({ categories }) => categories.includes(category))
    const clients = new Set(mine.flatMap((rule) => rule.clients ?? practices.clients))
    return clients.size === 0 ? [] : [{ category, clients: [...clients] }]
  })
}

const describe = (practices: Practices, [name, control]: readonly [string, Control]) => {
  const { kind, label, effect, setBy, heldBy } = control
  const common = {
    name,
    kind,
    label,
    effect,
    setBy,
    heldBy,
    scopes: scopesOf(control),
    governs: governed(practices, name),
  }
  switch (control.kind) {
    case 'boolean':
      return {
        ...common,
        default: control.default,
        collectsWhen: control.collectsWhen,
        resolution: control.resolution,
      }
    case 'choice':
      return { ...common, default: control.default, collectsWhen: control.collectsWhen, resolution: null }
    case 'graded':
      return { ...common, default: control.grades[0], collectsWhen: null, resolution: 'strictest' as const }
    default:
      return control satisfies never
  }
}

/** The controls of a product, for those who set them. */
export const describeControls = (practices: Practices) =>
  Object.entries(practices.controls).map((entry) => describe(practices, entry))
