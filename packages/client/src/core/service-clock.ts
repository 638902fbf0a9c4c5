import type { Client } from './client.js'
import { parseJson } from './parse-json.js'
import type { KeptReport } from './kept-report.js'
import type { Platform } from './platform.js'
import type { KeyValueStorage } from './storage.js'

/** A device's clock that is off by more than this is put right, in milliseconds. */
export const TOLERANCE_MILLIS = 300_000

const KEY = 'clock'
const REPORT_KEY = /^\w+\.(growing|waiting)\./

/** A platform whose clock is put right by the service's, as far as it is known: that is kept, for all instances. */
export const withServiceClock = (platform: Platform, storage: KeyValueStorage): Platform => ({
  ...platform,
  now: () => platform.now() + ((platform.clock === 'machine' && Number(storage.get(KEY))) || 0),
})

/** Moves what was recorded while the clock was wrong. */
const moveReports = (
  { device }: Client,
  sinceMillis: number,
  untilMillis: number,
  byMillis: number,
): void => {
  const moved = (millis: number): number =>
    millis >= sinceMillis && millis <= untilMillis ? millis + byMillis : millis
  device.change(() => {
    for (const key of device.keys()) {
      const report = REPORT_KEY.test(key) && (parseJson(device.get(key)) as KeptReport | undefined)
      if (!report) continue
      const [from, to] = [moved(report.fromMillis), moved(report.toMillis)]
      const times = { fromMillis: Math.min(from, to), toMillis: Math.max(from, to) }
      device.set(key, JSON.stringify({ ...report, ...times }))
    }
  })
}

/**
 * Takes the time that the service told in an answer, in milliseconds since 1970; NaN where it told none. What was recorded is
 * moved at the first answer of a run alone: until then the clock was wrong all the time; later somebody changed it, and
 * nobody can tell when.
 */
export const heed = (client: Client, dateMillis: number): void => {
  const { platform, state, device, count, save } = client
  if (platform.clock === 'given' || Number.isNaN(dateMillis)) return
  const now = platform.now()
  const byMillis = dateMillis - now
  const sinceMillis = state.startedMillis
  state.startedMillis = undefined
  if (Math.abs(byMillis) <= TOLERANCE_MILLIS) return
  count('clock-corrected')
  const offMillis = Number(device.get(KEY)) || 0
  if (sinceMillis !== undefined) {
    save()
    moveReports(client, sinceMillis + offMillis, now, byMillis)
  }
  device.set(KEY, String(offMillis + byMillis))
}
