import type { Diagnostics } from '@candor/client/browser'

import { describeEntry, summariseEntry, type ContentView, type SummaryView } from './describe-entry.js'
import { findEntries, LISTS, listEntries, type Entry, type ListName, type Query } from './entry.js'
import { explainDiagnostic } from './texts/diagnostic-texts.js'
import { viewerText } from './texts/viewer-texts.js'
import type { Snapshot, ViewerSource } from './viewer-source.js'

/** One entry of a list; what opens under its line is described only when it is wanted. */
export interface ItemView {
  readonly summary: SummaryView
  readonly open: () => ContentView
}

/** A list as it is shown. */
export interface ListView {
  /** How many there are under the category and the search. */
  readonly total: number
  /** The first of them, as many as are wanted. */
  readonly items: readonly ItemView[]
  /** What is said where there are none. */
  readonly empty: string
}

/** A count of what went wrong. */
export interface DiagnosticView {
  readonly reason: string
  readonly meaning: string
  readonly count: number
}

/** The lists of the viewer. */
export type ViewerView = Readonly<Record<ListName, ListView>>

const EMPTY_TEXTS = { next: 'emptyNext', sent: 'emptySent', unsent: 'emptyUnsent' } as const

const describeItem = (source: ViewerSource, entry: Entry): ItemView => ({
  summary: summariseEntry(source, entry),
  open: () => describeEntry(source, entry),
})

/** Describes the lists under a category and a search; `limits` says how many items of each are wanted. */
export const describeViewer = (
  source: ViewerSource,
  snapshot: Snapshot,
  query: Query,
  limits: Readonly<Record<ListName, number>>,
): ViewerView => {
  const entries = listEntries(snapshot)
  const describeList = (name: ListName): ListView => {
    const found = findEntries(source, entries[name], query)
    const isSearched = entries[name].length > 0
    const emptyText = source.candor.inspected === false ? 'emptyUnobserved' : EMPTY_TEXTS[name]
    return {
      total: found.length,
      items: found.slice(0, limits[name]).map((entry) => describeItem(source, entry)),
      empty: viewerText(isSearched ? 'emptySearch' : emptyText, source.language),
    }
  }
  const [next, sent, unsent] = LISTS.map(describeList) as [ListView, ListView, ListView]
  return { next, sent, unsent }
}

/** Describes what was counted, by reason. */
export const describeDiagnostics = (
  diagnostics: Diagnostics,
  language: ViewerSource['language'],
): readonly DiagnosticView[] =>
  Object.entries(diagnostics)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([reason, count]) => ({ reason, count, meaning: explainDiagnostic(reason, language) }))
