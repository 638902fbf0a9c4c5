import type { BooleanControl, Localised } from '@candor/practices'
import { showValue } from './parse-boolean.js'
import { EVERY_SCOPE, type KeptSetting, type Target } from './settings-port.js'

/** What stands at a scope: the default where nothing is set, a setting, or one that is malformed and so counts as the strictest. */
export type Standing =
  | { readonly kind: 'default'; readonly value: boolean }
  | { readonly kind: 'set'; readonly value: boolean }
  | { readonly kind: 'malformed'; readonly value: unknown; readonly countsAs: boolean }

/** What a kept value stands for. */
export const standingOf = (control: BooleanControl, value: unknown): Standing =>
  typeof value === 'boolean'
    ? { kind: 'set', value }
    : { kind: 'malformed', value, countsAs: !control.collectsWhen }

/** What stands where nothing is set. */
export const defaultStanding = (control: BooleanControl): Standing => ({
  kind: 'default',
  value: control.default,
})

/** What stands at a target among the settings that are kept. */
export const standingAt = (
  control: BooleanControl,
  settings: readonly KeptSetting[],
  target: Target,
): Standing => {
  const found = settings.find(
    (setting) =>
      setting.organisation === target.organisation &&
      setting.control === target.control &&
      (setting.scope === target.scope || setting.scope === EVERY_SCOPE),
  )
  return found === undefined ? defaultStanding(control) : standingOf(control, found.value)
}

/** A standing as people read it. */
export const showStanding = (standing: Standing): Localised => {
  switch (standing.kind) {
    case 'default': {
      const value = showValue(standing.value)
      return { en: `not set (default ${value})`, es: `sin configurar (valor predeterminado ${value})` }
    }
    case 'set': {
      const value = showValue(standing.value)
      return { en: value, es: value }
    }
    case 'malformed': {
      const [value, countsAs] = [showValue(standing.value), showValue(standing.countsAs)]
      return {
        en: `${value} (malformed: counts as ${countsAs})`,
        es: `${value} (mal formado: cuenta como ${countsAs})`,
      }
    }
    default:
      return standing satisfies never
  }
}
