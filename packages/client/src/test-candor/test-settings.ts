import { isObject, type BareControl, type DevicePractices } from '@candor/practices'

import type { DeviceSettings } from '../core/device-settings.js'
import { describeList } from './describe-list.js'

type ScopeName<S> = S extends { readonly name: infer N extends string }
  ? N
  : S extends { readonly prefix: infer F extends string }
    ? `${F}${string}`
    : never

type SettingOf<T> = T extends { readonly kind: 'boolean'; readonly scopes: readonly (infer S)[] }
  ? boolean | { readonly [N in ScopeName<S>]?: boolean }
  : T extends { readonly kind: 'graded'; readonly levels: readonly (infer L extends string)[] }
    ? { readonly [N in L]?: Readonly<Record<string, number>> }
    : never

/**
 * Settings by control: true or false where the service holds them (the first scope with a fixed name), or by scope such as
 * `{ machine: true }`; of a graded control the values by level. Choices are no settings: a person makes them.
 */
export type TestSettings<P extends DevicePractices> = {
  readonly [
    K in keyof P['controls'] as P['controls'][K] extends { readonly kind: 'choice' } ? never : K
  ]?: SettingOf<P['controls'][K]>
}

const fixedScope = (control: BareControl): string => {
  const scopes = control.kind === 'boolean' ? control.scopes : []
  const scope = scopes.find((each) => 'name' in each && each.heldBy === undefined)
  return scope && 'name' in scope ? scope.name : 'settings'
}

/**
 * What a device's settings are where the admins set these: decisions do not ask who told it of them. Throws on a control that
 * is none or that is a person's choice.
 */
export const toDeviceSettings = (
  { controls }: Pick<DevicePractices, 'controls'>,
  given: Readonly<Record<string, unknown>>,
): DeviceSettings => {
  const known = Object.keys(controls).filter((name) => controls[name]?.kind !== 'choice')
  const settings: Record<string, unknown> = {}
  let watson: unknown
  for (const [name, value] of Object.entries(given)) {
    const control = known.includes(name) ? controls[name] : undefined
    if (!control) throw new TypeError(`"${name}" is no control that can be set; there ${describeList(known)}`)
    if (control.kind === 'graded') watson = value
    else if (value !== undefined) settings[name] = isObject(value) ? value : { [fixedScope(control)]: value }
  }
  return { settings, watson }
}
