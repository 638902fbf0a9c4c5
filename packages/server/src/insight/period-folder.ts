import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { replaceFile } from '../replace-file.js'
import type { CountedPeriod } from './count-period.js'
import { PERIOD_KINDS, type Period, type PeriodKind } from './periods.js'

/** What a period was counted from. */
export interface CountedFrom {
  readonly period: Period
  /** What its cells hold, and from how many on they are shown. */
  readonly layout: string
  /** Changes whenever a stored report comes or goes. */
  readonly source: string
  /** Milliseconds since 1970. */
  readonly countedMillis: number
}

/** The counts of a lane's periods on the disk: numbers of released cells, without any id. */
export interface PeriodFolder {
  /** What the kept periods were counted from. */
  list(): readonly CountedFrom[]
  read(period: Period): CountedPeriod | undefined
  write(from: CountedFrom, counts: CountedPeriod): Promise<void>
  remove(period: Period): void
}

const NAME = /^(?<kind>day|week|month)-\d{4}-\d{2}-\d{2}\.json$/

const nameOf = ({ kind, first }: Period): string => `${kind}-${first}.json`

/** Bytes that a first line has at most. */
const HEAD_BYTES = 16_384

const readHead = (path: string): string => {
  const descriptor = openSync(path, 'r')
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    return head.toString('utf8', 0, readSync(descriptor, head, 0, HEAD_BYTES, 0)).split('\n', 1)[0] ?? ''
  } finally {
    closeSync(descriptor)
  }
}

const isKind = (kind: unknown): kind is PeriodKind => PERIOD_KINDS.some((known) => known === kind)

const parseHead = (text: string): readonly CountedFrom[] => {
  try {
    const head = JSON.parse(text) as CountedFrom
    return isKind(head.period.kind) ? [head] : []
  } catch {
    return []
  }
}

/** Opens the folder of a lane's periods; made where it is missing. A file that cannot be read counts as none: it is counted anew. */
export const openPeriodFolder = (folder: string): PeriodFolder => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (period: Period): string => join(folder, nameOf(period))
  return {
    list: () =>
      readdirSync(folder)
        .filter((name) => NAME.test(name))
        .flatMap((name) => parseHead(readHead(join(folder, name)))),
    read: (period) => {
      try {
        return JSON.parse(readFileSync(pathOf(period), 'utf8').split('\n')[1] ?? '') as CountedPeriod
      } catch {
        return undefined
      }
    },
    write: async (from, counts) =>
      replaceFile(pathOf(from.period), () => `${JSON.stringify(from)}\n${JSON.stringify(counts)}\n`),
    remove: (period) => rmSync(pathOf(period), { force: true }),
  }
}
