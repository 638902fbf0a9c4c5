import type { AccessOutcome, ErasureOutcome, HeldRow, SubjectFault } from '@candor/client/subject-requests'
import { ERRORS, type DataCategory, type Language } from '@candor/practices'

import type { Tone } from './describe-answer.js'
import { eraseText } from './texts/erase-texts.js'

/** The most rows that are shown of what the service holds; the file has all. */
const MAX_ROWS = 20

/** Where asking the service about a category stands. */
export type LaneState =
  | { readonly kind: 'idle' | 'turn' | 'asking' | 'stopped' }
  | { readonly kind: 'access'; readonly outcome: AccessOutcome }
  | { readonly kind: 'erasure'; readonly outcome: ErasureOutcome }

/** A file that the person may save. */
export interface SaveView {
  readonly label: string
  readonly fileName: string
  readonly text: string
}

/** A category's state as people read it. */
export interface LaneView {
  readonly text: string
  readonly tone: Tone
  readonly saves: readonly SaveView[]
  /** What the service holds, laid out as JSON; empty where that was not asked. */
  readonly rows: string
  /** Requests that are looked at again, and the button that does so. */
  readonly look: { readonly label: string; readonly requests: readonly string[] } | undefined
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Why it came to nothing, with the code and the way out. */
const explainFault = (fault: SubjectFault, language: Language): string => {
  if (fault.kind !== 'declined') return eraseText(fault.kind, language)
  const { status, code } = fault
  const head = `${eraseText('declined', language)} (${code ?? status})`
  const entry = Object.entries(ERRORS).find(([known]) => known === code)?.[1]
  return entry === undefined
    ? `${head}. ${eraseText('declinedOut', language)}`
    : `${head}: ${entry.title[language]}. ${entry.remedy[language]}`
}

const saveRows = (category: DataCategory, rows: readonly HeldRow[], language: Language): SaveView => ({
  label: eraseText('saveHeld', language),
  fileName: `candor-${category}-held.jsonl`,
  text: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
})

const describeAccess = (
  category: DataCategory,
  outcome: Extract<AccessOutcome, { kind: 'held' }>,
  language: Language,
): Partial<LaneView> => {
  const { rows } = outcome
  const more = rows.length > MAX_ROWS ? ` ${eraseText('heldMore', language)}` : ''
  return {
    text: `${eraseText('held', language)}: ${rows.length}.${more}`,
    tone: 'good',
    saves: rows.length === 0 ? [] : [saveRows(category, rows, language)],
    rows: rows.length === 0 ? '' : JSON.stringify(rows.slice(0, MAX_ROWS)),
  }
}

const describeErasure = (
  category: DataCategory,
  outcome: Extract<ErasureOutcome, { readonly receipts: unknown }>,
  language: Language,
): Partial<LaneView> => {
  const { receipts } = outcome
  const saves = receipts.map((receipt, index) => ({
    label: `${eraseText('saveReceipt', language)}${receipts.length > 1 ? ` ${index + 1}` : ''}`,
    fileName: `candor-${category}-receipt${receipts.length > 1 ? `-${index + 1}` : ''}.json`,
    text: pretty(receipt),
  }))
  if (outcome.kind === 'erased')
    return { text: `${eraseText('erased', language)}: ${outcome.erased}.`, tone: 'good', saves }
  const { requests } = outcome
  const look = requests.length === 0 ? undefined : { label: eraseText('look', language), requests }
  return outcome.kind === 'under-way'
    ? { text: eraseText('underWay', language), tone: 'quiet', saves, look }
    : { text: explainFault(outcome.fault, language), tone: 'bad', saves, look }
}

const describeState = (category: DataCategory, state: LaneState, language: Language): Partial<LaneView> => {
  if (state.kind === 'idle') return {}
  if (state.kind !== 'access' && state.kind !== 'erasure') return { text: eraseText(state.kind, language) }
  const { outcome } = state
  if (outcome.kind === 'no-service') return { text: eraseText('noService', language) }
  if (outcome.kind === 'nothing-known') return { text: eraseText('nothing', language) }
  if (outcome.kind === 'held') return describeAccess(category, outcome, language)
  if ('receipts' in outcome) return describeErasure(category, outcome, language)
  return { text: explainFault(outcome.fault, language), tone: 'bad' }
}

/** Describes where asking the service about a category stands. */
export const describeLane = (category: DataCategory, state: LaneState, language: Language): LaneView => ({
  text: '',
  tone: 'quiet',
  saves: [],
  rows: '',
  look: undefined,
  ...describeState(category, state, language),
})
