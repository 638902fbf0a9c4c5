import { isOrganisation, type BareControl, type DecisionBasis } from '@candor/practices'
import type { Product } from './product.js'

/** What a report's own account of its decision means to admission. */
export type BasisVerdict = 'allows' | 'forbids' | 'malformed'

const isScopeOf = (control: Extract<BareControl, { readonly kind: 'boolean' }>, source: string): boolean =>
  control.scopes.some((scope) =>
    'name' in scope
      ? scope.name === source
      : source.startsWith(scope.prefix) && isOrganisation(source.slice(scope.prefix.length)),
  )

const isSourceOf = (control: BareControl, source: string): boolean => {
  switch (control.kind) {
    case 'boolean':
      return isScopeOf(control, source)
    case 'choice':
      return source === 'user'
    case 'graded':
      return control.levels.some((level) => source === `${level}.${control.grade}`)
    default:
      return control satisfies never
  }
}

const isDetailOf = (control: BareControl, detail: string): boolean =>
  control.kind === 'graded' && control.grades.includes(detail)

const allowsByDefault = (control: BareControl): boolean =>
  control.kind !== 'graded' && control.default === control.collectsWhen

/**
 * Judges the decision that a report says it was made under. Only words that the practices know may stand in it, so
 * that nothing else can travel there.
 */
export const judgeBasis = (
  { control: name, source, detail }: DecisionBasis,
  { practices }: Product,
): BasisVerdict => {
  const controls: Readonly<Record<string, BareControl>> = practices.controls
  const control = Object.hasOwn(controls, name) ? controls[name] : undefined
  if (control === undefined || (detail !== undefined && !isDetailOf(control, detail))) return 'malformed'
  if (source === 'default') return allowsByDefault(control) ? 'allows' : 'forbids'
  return isSourceOf(control, source) ? 'allows' : 'malformed'
}
