import {
  isOrganisation,
  type BooleanControl,
  type BareControl,
  type Parsed,
  type Practices,
} from '@candor/practices'

/** A setting of a control at a scope. */
export interface Setting {
  readonly product: string
  /** The organisation that it is of; '' for the deployment's own. */
  readonly organisation: string
  readonly control: string
  /** A source or a scope's identity, such as in-band, global or service:WebServer:pool01.contoso.com. */
  readonly scope: string
  readonly value: boolean
}

/** A change of a setting; the value null removes it. */
export type SettingChange = Omit<Setting, 'value'> & { readonly value: boolean | null }

/** A site's name: up to 255 characters, none of them a control character. */
export const SITE = /^[^\p{C}]{1,255}$/u

/** A scope's identity as it is kept: host names in lower case, as DNS compares them; undefined where the control has no such scope. */
const parseScope = (control: Pick<BooleanControl, 'scopes'>, identity: unknown): string | undefined => {
  if (typeof identity !== 'string') return undefined
  for (const scope of control.scopes) {
    if ('name' in scope) {
      if (scope.heldBy !== 'device' && scope.name === identity) return identity
    } else if (identity.startsWith(scope.prefix)) {
      const place = identity.slice(scope.prefix.length)
      if (scope.of === 'pool' && isOrganisation(place)) return scope.prefix + place.toLowerCase()
      if (scope.of === 'site' && SITE.test(place)) return identity
    }
  }
  return undefined
}

/** The change of a setting in a request body, checked against the practices: the control, its scopes and its values. */
export const parseSettingChange = (practices: Practices, body: unknown): Parsed<SettingChange> => {
  const refused = (field: string): Parsed<never> => ({
    kind: 'refused',
    code: 'CANDOR_SETTING_REFUSED',
    field,
  })
  const {
    organisation = '',
    control: name,
    scope: identity,
    value,
  } = (body ?? {}) as Readonly<Record<string, unknown>>
  if (name === 'census') return { kind: 'refused', code: 'CANDOR_CENSUS_ALWAYS_ON' }
  const controls: Readonly<Record<string, BareControl>> = practices.controls
  const control = typeof name === 'string' && Object.hasOwn(controls, name) ? controls[name] : undefined
  if (typeof name !== 'string' || control === undefined)
    return { kind: 'refused', code: 'CANDOR_CONTROL_UNKNOWN' }
  if (control.kind !== 'boolean') return refused('control')
  if (organisation !== '' && !isOrganisation(organisation)) return refused('organisation')
  const scope = parseScope(control, identity)
  if (scope === undefined) return refused('scope')
  if (typeof value !== 'boolean' && value !== null) return refused('value')
  return {
    kind: 'parsed',
    value: {
      product: practices.product,
      organisation: organisation.toLowerCase(),
      control: name,
      scope,
      value,
    },
  }
}
