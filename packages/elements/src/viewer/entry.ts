import type { DroppedReports, KeptOnDevice, SentRequest } from '@candor/client/subject-requests'
import { DATA_CATEGORIES, type DataCategory } from '@candor/practices'

import { explainReason } from './texts/reason-texts.js'
import { readBody } from './read-body.js'
import { labelOf } from '../shared/label-of.js'
import { categoryLabelOf, type Snapshot, type ViewerSource } from './viewer-source.js'

/** The lists of the viewer. */
export const LISTS = ['next', 'sent', 'unsent'] as const

/** A list of the viewer. */
export type ListName = (typeof LISTS)[number]

/** One thing of a list, with a name that stays the same while it is shown. */
export type Entry = { readonly key: string } & (
  | { readonly kind: 'kept'; readonly value: KeptOnDevice }
  | { readonly kind: 'sent'; readonly value: SentRequest }
  | { readonly kind: 'dropped'; readonly value: DroppedReports }
)

/** Which entries are wanted. */
export interface Query {
  readonly category: DataCategory | 'all'
  /** A part of a name or a value, in whatever case. Empty: all. */
  readonly search: string
}

/** Makes keys that differ, also where two requests of a lane were answered in the same millisecond. */
const createKeys = (): ((name: string) => string) => {
  const seen = new Map<string, number>()
  return (name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return `${name}#${times}`
  }
}

const laneOrder = (category: DataCategory): number => DATA_CATEGORIES.indexOf(category)

/** What goes next: what waits before what still adds up, lane by lane. */
const listKept = (waiting: readonly KeptOnDevice[]): readonly Entry[] =>
  waiting
    .toSorted(
      (a, b) =>
        Number(a.state === 'growing') - Number(b.state === 'growing') ||
        laneOrder(a.category) - laneOrder(b.category),
    )
    .map((value) => ({ kind: 'kept', key: `kept ${value.id}`, value }))

const newestFirst = <T extends { readonly atMillis: number }>(entries: readonly T[]): readonly T[] =>
  entries.toReversed().toSorted((a, b) => b.atMillis - a.atMillis)

/** The lists of what is on the device: logs newest first. */
export const listEntries = (snapshot: Snapshot): Readonly<Record<ListName, readonly Entry[]>> => {
  const keyOf = createKeys()
  return {
    next: listKept(snapshot.waiting),
    sent: newestFirst(
      snapshot.sent.map((value) => ({
        kind: 'sent' as const,
        key: keyOf(`sent ${value.atMillis} ${value.category}`),
        value,
        atMillis: value.atMillis,
      })),
    ),
    unsent: newestFirst(
      snapshot.dropped.map((value) => ({
        kind: 'dropped' as const,
        key: keyOf(`dropped ${value.atMillis} ${value.category} ${value.reason}`),
        value,
        atMillis: value.atMillis,
      })),
    ),
  }
}

/** What a search looks into: the bytes, and the names that people read. */
const textsOf = (source: ViewerSource, { kind, value }: Entry): readonly string[] => {
  const { practices, language } = source
  const label = (name: string): string => labelOf(practices, value.category, name, language)
  if (kind === 'dropped') {
    const { meaning } = explainReason(value.reason, language)
    return [value.reason, meaning, value.dataType ?? '', label(value.dataType ?? ''), ...value.ids]
  }
  const names = readBody(value.body).reports.flatMap(({ data }) => Object.keys(data))
  return [value.body, ...(kind === 'sent' ? [value.answer, String(value.status)] : []), ...names.map(label)]
}

/** The entries of a category that a search finds. */
export const findEntries = (
  source: ViewerSource,
  entries: readonly Entry[],
  { category, search }: Query,
): readonly Entry[] => {
  const wanted = search.trim().toLocaleLowerCase(source.language)
  const has = (text: string): boolean => text.toLocaleLowerCase(source.language).includes(wanted)
  return entries.filter(
    (entry) =>
      (category === 'all' || entry.value.category === category) &&
      (wanted === '' ||
        has(categoryLabelOf(source, entry.value.category)) ||
        textsOf(source, entry).some(has)),
  )
}
