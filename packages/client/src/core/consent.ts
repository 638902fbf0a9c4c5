import type { BareControl, Consent, ConsentAnswer } from '@candor/practices'

import type { Client } from './client.js'
import { parseJson } from './parse-json.js'

/** A control that is a person's own choice. */
export type Choice = Extract<BareControl, { readonly kind: 'choice' }> & { readonly name: string }

/** The choice that was the only one once: its key names no control still. */
const FIRST_READS = 'errorReporting'

const keyOf = (user: string, { reads }: Choice): string =>
  `consent.${user}${reads === FIRST_READS ? '' : `.${reads}`}`

const choicesOf = ({ practices }: Client): readonly Choice[] =>
  Object.entries(practices.controls).flatMap(([name, control]) =>
    control.kind === 'choice' ? { name, ...control } : [],
  )

/** The consent of the user of a key; undefined where nobody is meant or nothing was chosen. */
export const consentOf = (
  { device }: Client,
  user: string | undefined,
  choice: Choice,
): Consent | undefined =>
  user ? ((parseJson(device.get(keyOf(user, choice))) as Consent | null | undefined) ?? undefined) : undefined

/** The choice control of a name, or the only one where none is named; undefined and counted where there is no such choice. */
export const choiceOf = (client: Client, control: string | undefined): Choice | undefined => {
  const [meant, ...others] = choicesOf(client).filter(({ name }) => name === (control ?? name))
  if (meant && others.length === 0) return meant
  client.count('consent-unknown')
  return undefined
}

/** Keeps a user's choice, with its time and the wording's version, whatever the admin says meanwhile. */
export const keepConsent = (
  { device, platform, practices }: Client,
  user: string,
  choice: Choice,
  answer: ConsentAnswer,
): void => {
  const consent: Consent = { answer, atMillis: platform.now(), practicesVersion: practices.version }
  device.set(keyOf(user, choice), JSON.stringify(consent))
  // A kill right after it must not bring back what a person took back.
  void device.settled()
}

/** A user's choices as decisions read them: a grant in the control's own word, and any other answer as it is. */
export const chosen = (client: Client, user: string | undefined): Readonly<Record<string, unknown>> => {
  const all: Record<string, unknown> = {}
  for (const choice of choicesOf(client)) {
    const { answer, practicesVersion } = { ...consentOf(client, user, choice) }
    if (!answer) continue
    all[choice.reads] = answer === 'granted' ? choice.collectsWhen : answer
    all[`${choice.reads}Version`] = practicesVersion
  }
  return all
}
