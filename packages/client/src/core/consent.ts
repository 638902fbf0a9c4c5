import type { BareControl, Consent, ConsentAnswer, DevicePractices } from '@candor/practices'

import type { Device } from './device.js'
import type { Count } from './diagnostics.js'
import { parseJson } from './parse-json.js'
import type { Platform } from './platform.js'

/** A control that is a person's own choice. */
export type Choice = Extract<BareControl, { readonly kind: 'choice' }> & { readonly name: string }

/** The choices of this device's users, each kept with its time and the wording's version. */
export interface Consents {
  /** The control of a name, or the only one where none is named; undefined and counted where there is no such choice. */
  named(control: string | undefined): Choice | undefined
  /** The consent of the user of a key; undefined where nobody is meant or nothing was chosen. */
  of(user: string | undefined, choice: Choice): Consent | undefined
  keep(user: string, choice: Choice, answer: ConsentAnswer): void
  /** A user's choices as decisions read them: a grant in the control's own word, and any other answer as it is. */
  chosen(user: string | undefined): Readonly<Record<string, unknown>>
}

/** The choice that was the only one once: its key names no control still. */
const FIRST_READS = 'errorReporting'

const keyOf = (user: string, { reads }: Choice): string =>
  `consent.${user}${reads === FIRST_READS ? '' : `.${reads}`}`

/** Keeps the users' choices, whatever the admin says meanwhile. */
export const createConsents = (
  { controls, version }: DevicePractices,
  storage: Device,
  { now }: Platform,
  count: Count,
): Consents => {
  const choices = Object.entries(controls).flatMap(([name, control]) =>
    control.kind === 'choice' ? { name, ...control } : [],
  )
  const of: Consents['of'] = (user, choice) =>
    user
      ? ((parseJson(storage.get(keyOf(user, choice))) as Consent | null | undefined) ?? undefined)
      : undefined
  return {
    of,
    named: (control) => {
      const [meant, ...others] = choices.filter(({ name }) => name === (control ?? name))
      if (meant && others.length === 0) return meant
      count('consent-unknown')
      return undefined
    },
    keep: (user, choice, answer) => {
      const consent: Consent = { answer, atMillis: now(), practicesVersion: version }
      storage.set(keyOf(user, choice), JSON.stringify(consent))
    },
    chosen: (user) => {
      const all: Record<string, unknown> = {}
      for (const choice of choices) {
        const consent = of(user, choice)
        if (!consent) continue
        all[choice.reads] = consent.answer === 'granted' ? choice.collectsWhen : consent.answer
        all[`${choice.reads}Version`] = consent.practicesVersion
      }
      return all
    },
  }
}
