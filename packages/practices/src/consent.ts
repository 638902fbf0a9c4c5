/** A user's answers to a question for consent. */
export const CONSENT_ANSWERS = ['granted', 'denied', 'undecided'] as const

/** A user's answer; undecided counts as denied. */
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number]

/** A user's choice, with its time and the wording that was shown. */
export interface Consent {
  readonly answer: ConsentAnswer
  /** Milliseconds since 1970. */
  readonly atMillis: number
  /** The practices version whose wording was shown. */
  readonly practicesVersion: number
}
