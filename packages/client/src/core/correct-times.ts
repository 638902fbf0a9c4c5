import type { KeptReport } from './kept-report.js'
import { parseJson } from './parse-json.js'
import type { Device } from './device.js'

const REPORT_KEY = /^\w+\.(growing|waiting)\./

/** A time that a clock was wrong, as it showed it, and by how much it will be moved; in milliseconds. */
export interface WrongTime {
  readonly sinceMillis: number
  readonly untilMillis: number
  readonly byMillis: number
}

/** Moves what was recorded while the clock was wrong. */
export const correctTimes = (storage: Device, { sinceMillis, untilMillis, byMillis }: WrongTime): void => {
  const moved = (millis: number): number =>
    millis >= sinceMillis && millis <= untilMillis ? millis + byMillis : millis
  storage.change(() => {
    for (const key of storage.keys()) {
      const report = REPORT_KEY.test(key) && (parseJson(storage.get(key)) as KeptReport | undefined)
      if (!report) continue
      const [from, to] = [moved(report.fromMillis), moved(report.toMillis)]
      const times = { fromMillis: Math.min(from, to), toMillis: Math.max(from, to) }
      storage.set(key, JSON.stringify({ ...report, ...times }))
    }
  })
}
