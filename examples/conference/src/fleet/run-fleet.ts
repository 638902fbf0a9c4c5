import { setMaxListeners } from 'node:events'

import { createChance } from './chance.js'
import { drawInstallations } from './draw-installations.js'
import type { FleetPlace } from './open-installation.js'
import { listReplayedDays } from './plan/replayed-days.js'
import { loadProfiles } from './profiles/load-profiles.js'
import { replayInstallation } from './replay-installation.js'
import { runBounded } from './run-bounded.js'
import { simulateLive } from './simulate-live.js'

/** A simulated fleet. */
export interface FleetOptions extends FleetPlace {
  /** How many installations; 0 simulates nothing. */
  readonly installations: number
  /** Days up to today that are replayed first. Default 14. */
  readonly days?: number
  /** Ends the fleet; what was not sent yet is kept in the folder. */
  readonly signal: AbortSignal
  /** Called with a line that says how far the fleet is: after every fifth installation, and when it is live. */
  readonly onProgress?: (line: string) => void
  /** The same seed gives the same fleet. Default `candor`. */
  readonly seed?: string
  /** The clock, in milliseconds since 1970. Default the system's. */
  readonly now?: () => number
}

/** Hashing a user id and writing to disk wait mostly; more at a time than this gains nothing on two cores. */
const CONCURRENT_REPLAYS = 4
/** Installations between two lines that say how far it is. */
const REPORTED_STEP = 5

/** Every installation listens to the end of the fleet, which is no leak. */
const listenedToByMany = (signal: AbortSignal): AbortSignal => {
  const followed = AbortSignal.any([signal])
  setMaxListeners(0, followed)
  return followed
}

/**
 * Simulates a fleet of real clients over real HTTP: first the last days, installation by installation, then live
 * activity until the signal aborts. A folder that was used before goes on where it stopped. Resolves after the signal.
 */
export const runFleet = async (options: FleetOptions): Promise<void> => {
  const { installations, days = 14, seed = 'candor', now = () => Date.now() } = options
  const signal = listenedToByMany(options.signal)
  const report = options.onProgress ?? (() => {})
  const fleet = drawInstallations(await loadProfiles(), { seed, installations })
  const replayedDays = listReplayedDays(now(), days)
  let replayed = 0
  await runBounded(fleet, CONCURRENT_REPLAYS, async (installation) => {
    if (signal.aborted) return
    await replayInstallation(options, installation, { seed, days: replayedDays, signal })
    replayed += 1
    if (replayed % REPORTED_STEP === 0 || replayed === installations) {
      report(`fleet: ${days} days of ${replayed} of ${installations} installations replayed`)
    }
  })
  if (signal.aborted) return
  report(`fleet: ${installations} installations are live`)
  const startMillis = now()
  await Promise.all(
    fleet.map((installation) => {
      const chance = createChance(`${seed}/live/${installation.number}/${startMillis}`)
      return simulateLive(options, installation, { chance, signal, now })
    }),
  )
}
