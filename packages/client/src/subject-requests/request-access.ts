import { isObject, type DataCategory } from '@candor/practices'

import { createAsk, toQuestion } from './ask-service.js'
import type { AccessOutcome, HeldRow } from './subject-outcome.js'
import { subjectsOf, type CandorOfSubject } from './subjects-of.js'
import { createSurroundings, type SubjectSurroundings } from './surroundings.js'

/** What a request is made with. */
export interface SubjectOptions {
  /** Ends the waiting and what is in flight. */
  readonly signal?: AbortSignal
  /** Default: the page's or Node's own. */
  readonly surroundings?: SubjectSurroundings
}

/** A report that was asked for by two ways is one row; the service names it by its id or gives equal rows. */
const withoutRepeats = (rows: readonly HeldRow[]): readonly HeldRow[] => [
  ...new Map(
    rows.map((row, index) => [typeof row['id'] === 'string' ? row['id'] : String(index), row]),
  ).values(),
]

/**
 * Asks the service what it holds of a lane's reports that this device sent. Only who made the random ids knows them, so
 * that naming them is the proof. Ask for one lane at a time, as `laneByLane` does.
 */
export const requestAccess = async (
  candor: CandorOfSubject,
  category: DataCategory,
  { signal, surroundings = createSurroundings() }: SubjectOptions = {},
): Promise<AccessOutcome> => {
  if (candor.connection.endpoint === '') return { kind: 'no-service' }
  const subjects = subjectsOf(candor, category)
  if (subjects.length === 0) return { kind: 'nothing-known' }
  const ask = createAsk(candor, surroundings, signal)
  const rows: HeldRow[] = []
  for (const subject of subjects) {
    const asked = await ask('/v1/subject/access', toQuestion(category, subject))
    if (asked.kind === 'failed') return asked
    const held = asked.body['rows']
    if (!Array.isArray(held)) return { kind: 'failed', fault: { kind: 'unreadable' } }
    rows.push(...held.filter(isObject))
  }
  return { kind: 'held', rows: withoutRepeats(rows) }
}
