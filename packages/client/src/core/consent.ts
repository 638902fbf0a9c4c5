import type { Consent, ConsentAnswer } from '@candor/practices'

import { parseJson } from './parse-json.js'
import type { Platform } from './platform.js'

/** The choices about error reporting of this device's users, each kept with its time and the wording's version. */
export interface Consents {
  /** The choice of the user of a key; undefined where nobody is meant or nothing was chosen. */
  of(user: string | undefined): Consent | undefined
  keep(user: string, answer: ConsentAnswer): void
}

/** Keeps the users' choices, whatever the admin says meanwhile. */
export const createConsents = (practicesVersion: number, { storage, now }: Platform): Consents => ({
  of: (user) =>
    user === undefined ? undefined : (parseJson(storage.get(`consent.${user}`)) as Consent | undefined),
  keep: (user, answer) => {
    const consent: Consent = { answer, atMillis: now(), practicesVersion }
    storage.set(`consent.${user}`, JSON.stringify(consent))
  },
})
