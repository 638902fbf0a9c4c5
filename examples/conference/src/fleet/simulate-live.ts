import { setTimeout as wait } from 'node:timers/promises'

import type { Chance } from './chance.js'
import type { Installation } from './installation.js'
import { installationFolder, openInstallation, type FleetPlace } from './open-installation.js'
import { performActivity } from './perform-activity.js'
import { drawActivity } from './plan/draw-activity.js'
import { writeSimulatedUntil } from './simulated-until.js'

/** Milliseconds between two activities of one installation, on average. */
const PAUSE_MILLIS = 120_000

/** Exponential, as the pauses of independent people are; never longer than five times the average. */
const drawPause = (chance: Chance, { diligence }: Installation): number =>
  Math.min(5, -Math.log(1 - chance.unit())) * (PAUSE_MILLIS / diligence)

const waited = async (millis: number, signal: AbortSignal): Promise<'over' | 'aborted'> =>
  wait(millis, 'over' as const, { signal }).catch(() => 'aborted' as const)

/** Simulates an installation as it happens, one activity after another, until the signal aborts. */
export const simulateLive = async (
  place: FleetPlace,
  installation: Installation,
  live: { readonly chance: Chance; readonly signal: AbortSignal; readonly now: () => number },
): Promise<void> => {
  const folder = installationFolder(place, installation)
  const candor = await openInstallation(place, installation, { kind: 'live' })
  while ((await waited(drawPause(live.chance, installation), live.signal)) === 'over') {
    await performActivity(candor, installation, drawActivity(live.chance, installation))
    await writeSimulatedUntil(folder, live.now())
  }
  await candor.close()
}
