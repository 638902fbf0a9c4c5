import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DATA_CATEGORIES, type DataCategory } from '@candor/practices'
import type { Loader } from '../loader/loader.js'
import type { KeySource } from '../pseudonym/key-source.js'
import { readDiskRoom, roomLevels } from '../spool/disk-room.js'
import type { Spool } from '../spool/spool.js'
import { createClockWatch } from './clock-watch.js'
import type { ClockAhead, DiskFigures, HealthFigures, WorkerFigures } from './health-figures.js'

/** Between two looks at the clock that nobody asked for: 10 seconds. */
const LOOK_MILLIS = 10_000

/** What health is read from. */
export interface HealthParts {
  readonly dataFolder: string
  readonly spool: Spool
  readonly loader: Loader
  readonly keySource: Pick<KeySource, 'health'>
  readonly brokenParts: number
  readonly workers: () => readonly WorkerFigures[]
  readonly now: () => number
  /** Whether the clock is too far ahead to delete anything by it. */
  readonly readClockAhead: () => ClockAhead
  /** When the spool was last written before the start; milliseconds since 1970. */
  readonly lastWrittenMillis: number | undefined
}

/** When a spool was last written; milliseconds since 1970. */
export const lastWrittenMillis = (spoolFolder: string): number | undefined =>
  statSync(join(spoolFolder, 'data.mdb'), { throwIfNoEntry: false })?.mtimeMs

const diskFigures = (folder: string): DiskFigures => {
  const room = readDiskRoom(folder)
  const levels = roomLevels(room.totalBytes)
  return { ...room, errorsStopBelowBytes: levels.errors, allStopBelowBytes: levels.all }
}

/** Reads the figures of a running service, and watches its clock until it is closed. */
export interface HealthReader {
  read(): HealthFigures
  close(): void
}

/** Begins to watch. */
export const createHealthReader = (parts: HealthParts): HealthReader => {
  const { dataFolder, spool, loader, keySource, brokenParts, workers, now } = parts
  const readClock = createClockWatch({
    now,
    steadyNow: () => performance.now(),
    lastWrittenMillis: parts.lastWrittenMillis,
  })
  readClock()
  const clockFigure = (): HealthFigures['clock'] => {
    const ahead = parts.readClockAhead()
    return ahead.kind === 'well' ? readClock() : ahead
  }
  const timer = setInterval(readClock, LOOK_MILLIS)
  timer.unref()
  return {
    read: () => {
      const balance = spool.conservation()
      const pending = DATA_CATEGORIES.map((category) => [category, balance[category].pending] as const)
      return {
        spool: spool.health(),
        loader: loader.health(),
        pending: Object.fromEntries(pending) as Record<DataCategory, number>,
        brokenParts,
        setAside: spool.setAside(),
        disk: diskFigures(dataFolder),
        clock: clockFigure(),
        keyring: keySource.health(),
        workers: workers(),
      }
    },
    close: () => clearInterval(timer),
  }
}
