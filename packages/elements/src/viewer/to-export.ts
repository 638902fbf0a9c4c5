import { practicesId } from '@candor/practices'

import { findEntries, LISTS, listEntries, type Entry, type Query } from './entry.js'
import type { Snapshot, ViewerSource } from './viewer-source.js'

const toLine = ({ kind, value }: Entry): object => {
  if (kind === 'kept') return { kind: value.state, ...value }
  return { kind, at: new Date(value.atMillis).toISOString(), ...value }
}

/**
 * What the lists show as JSON Lines: first a line about the file, then an entry a line, with the exact body as a text. The
 * product's key is no part of it.
 */
export const toExport = (
  source: ViewerSource,
  snapshot: Snapshot,
  query: Query,
  nowMillis: number,
): string => {
  const { practices, connection } = source.candor
  const entries = listEntries(snapshot)
  const about = {
    kind: 'about',
    practices: practicesId(practices),
    endpoint: connection.endpoint,
    exportedAt: new Date(nowMillis).toISOString(),
    category: query.category,
    search: query.search,
  }
  const lines = LISTS.flatMap((name) => findEntries(source, entries[name], query)).map(toLine)
  return [about, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
}
