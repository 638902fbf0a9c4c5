import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { definePractices, type DataCategory } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import type { AdmittedReport } from '../../spool/spool-entry.js'
import { openEmbeddedStore } from '../../store/embedded-store.js'
import type { Store } from '../../store/store.js'
import { makeEntry, makeReport } from '../../store/testing/entries.js'
import { createInsight } from '../create-insight.js'
import type { Insight } from '../insight.js'

export const DAY = 86_400_000
const HOUR = 3_600_000
export const nowMillis = Date.parse('2026-11-22T09:30:00Z')
const today = Date.parse('2026-11-22T00:00:00Z')
export const threeDays = { periods: 3, nowMillis }
export const label = (category: 'census' | 'usage', name: string) => {
  const types: Readonly<Record<string, { readonly label?: unknown }>> = skypeTeams.dataTypes[category]
  return types[name]?.label
}

/** The built-in practices with a distribution, which once had a bound more. */
export const practices = definePractices({
  ...skypeTeams,
  dataTypes: {
    ...skypeTeams.dataTypes,
    usage: {
      ...skypeTeams.dataTypes.usage,
      Loads: { kind: 'distribution', unit: 'ms', bounds: [0, 100, 1000], example: '0: 1' },
    },
  },
})

/** Stores reports twice, and once more as a block that is stored again: as where every check before failed. */
export const storeTwice = async (
  store: Store,
  category: DataCategory,
  reports: readonly AdmittedReport[],
): Promise<void> => {
  const entry = makeEntry('skype-teams', category, reports)
  for (const attempt of ['new', 'new', 'repeated'] as const) {
    await store.insert({ lane: entry, token: randomUUID(), attempt, entries: [entry] })
  }
}

export const LEAST = 5

/** The id of a device or a user: the same in each run. */
export const idOf = (kind: number, at: number): string =>
  `${String(at).padStart(8, '0')}-0000-4000-8000-${String(kind).padStart(12, '0')}`
export const DEVICE = 1
export const USER = 2

interface Fleet {
  readonly app: string
  readonly daysAgo: number
  /** Numbers of its devices. */
  readonly from: number
  readonly to: number
  readonly os?: string
  /** Default: each device has its own. */
  readonly user?: number
}

export const fleet = ({ app, daysAgo, from, to, os = 'Windows', user }: Fleet): readonly AdmittedReport[] =>
  Array.from({ length: to - from }, (_, at) =>
    makeReport(today - daysAgo * DAY, {
      AppName: app,
      OSName: os,
      OSVersion: `${os} ${(from + at) % 2}`,
      DeviceID: idOf(DEVICE, from + at),
      UserID: idOf(USER, user ?? from + at),
      SignInAttempts: 2,
    }),
  )

/**
 * Today (a Sunday): 16 with Big, of which 6 on macOS, 9 with Mid, 3 with Small, 3 with Tiny. Yesterday: 10 with Big, 3 with Small.
 * The day before: 6 devices of one user. Two weeks ago: 8 of those with Big.
 */
const census = (): readonly AdmittedReport[] => [
  ...fleet({ app: 'Big', daysAgo: 0, from: 0, to: 10 }),
  ...fleet({ app: 'Big', daysAgo: 0, from: 10, to: 16, os: 'macOS' }),
  ...fleet({ app: 'Mid', daysAgo: 0, from: 20, to: 29 }),
  ...fleet({ app: 'Small', daysAgo: 0, from: 30, to: 33 }),
  ...fleet({ app: 'Tiny', daysAgo: 0, from: 40, to: 43 }),
  ...fleet({ app: 'Big', daysAgo: 1, from: 0, to: 10 }),
  ...fleet({ app: 'Small', daysAgo: 1, from: 30, to: 33 }),
  ...fleet({ app: 'Big', daysAgo: 2, from: 50, to: 56, user: 50 }),
  ...fleet({ app: 'Big', daysAgo: 14, from: 0, to: 8 }),
]

const usage = (): readonly AdmittedReport[] =>
  Array.from({ length: 30 }, (_, at) => {
    const from = today + 23 * HOUR - at * HOUR
    return makeReport(
      from,
      {
        IMSent: at,
        CallMinutes: 0.5,
        FeatureUse: { Whiteboard: 1 },
        Loads: { '0': 2, '100': at % 2, '50': 1 },
      },
      { toMillis: from + HOUR },
    )
  })

const stack = 'TypeError: secret\n    at join (https://contoso.com/meeting.js?user=amos:12:7)'

/** 12 users meet E1 today, the first of them yesterday too; 3 meet E2; one report has neither exception nor code. */
const errors = (): readonly AdmittedReport[] => {
  const of = (at: number, ErrorCode: string, daysAgo = 0) =>
    makeReport(nowMillis - daysAgo * DAY, {
      UserID: idOf(USER, at),
      ErrorCode,
      Exception: { type: 'TypeError', message: 'secret', stack },
    })
  return [
    ...Array.from({ length: 12 }, (_, at) => of(at, 'E1')),
    of(0, 'E1', 1),
    ...[0, 1, 2].map((at) => of(at, 'E2')),
    makeReport(nowMillis, { UserID: idOf(USER, 0), Performance: { heapBytes: 1 } }),
  ]
}

/** A store that has all of these reports, or none, and the insight into it. */
export const openWorld = async (reports: 'those' | 'empty' = 'those') => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-insight-'))
  const store = await openEmbeddedStore({ folder: join(folder, 'store') })
  await store.prepare([practices])
  if (reports === 'those') {
    await storeTwice(store, 'census', census())
    await storeTwice(store, 'usage', usage())
    await storeTwice(store, 'error', errors())
  }
  const counts = join(folder, 'insights')
  const insight: Insight = createInsight({ store, folder: counts, groupMinimum: LEAST, now: () => nowMillis })
  const close = async (): Promise<void> => {
    await store.close()
    rmSync(folder, { recursive: true })
  }
  return { folder, store, insight, close }
}
