import type { SubjectSecret } from './subject-secret.js'

/** Ids that can be recognised but not read, each with an instant. */
export interface Marks {
  readonly size: number
  /** The latest instant that stands with an id; undefined where it is none of them. Costs next to nothing for nearly all that are not. */
  instantOf(id: string): number | undefined
}

/** Marks that grow. */
export interface GrowingMarks extends Marks {
  /** Adds what `makeMarks` made within the same scope. */
  add(text: string, instant: number): void
}

const HINT_DIGITS = 6
const HINT_LENGTH = 4
const MARK_LENGTH = HINT_LENGTH + 22

/** The first 24 bits of an id. They are random, as the others are, and say nothing without those. */
const hintOf = (id: string): number => Number.parseInt(id.slice(0, HINT_DIGITS), 16)

const textOf = (scope: string, id: string): string => `${scope}\n${id.toLowerCase()}`

/** The marks of ids within a scope, as text: per id 24 bits of it as a hint, and its keyed fingerprint. */
export const makeMarks = (secret: SubjectSecret, scope: string, ids: readonly string[]): string =>
  ids
    .map((id) => {
      const hint = Buffer.from(id.slice(0, HINT_DIGITS), 'hex').toString('base64url')
      return hint + secret.fingerprint(textOf(scope, id))
    })
    .join('')

/** No marks yet, within a scope. */
export const createMarks = (secret: SubjectSecret, scope: string): GrowingMarks => {
  const hints = new Set<number>()
  const instants = new Map<string, number>()
  return {
    get size() {
      return instants.size
    },
    instantOf: (id) =>
      hints.has(hintOf(id)) ? instants.get(secret.fingerprint(textOf(scope, id))) : undefined,
    add: (text, instant) => {
      for (let at = 0; at + MARK_LENGTH <= text.length; at += MARK_LENGTH) {
        const fingerprint = text.slice(at + HINT_LENGTH, at + MARK_LENGTH)
        hints.add(Buffer.from(text.slice(at, at + HINT_LENGTH), 'base64url').readUIntBE(0, 3))
        instants.set(fingerprint, Math.max(instant, instants.get(fingerprint) ?? 0))
      }
    },
  }
}
