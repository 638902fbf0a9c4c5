import type { Installation } from './installation.js'
import { installationFolder, openInstallation, type FleetPlace } from './open-installation.js'
import { performActivity } from './perform-activity.js'
import { planDay } from './plan/plan-day.js'
import type { ReplayedDay } from './plan/replayed-days.js'
import { readSimulatedUntil, writeSimulatedUntil } from './simulated-until.js'

/**
 * Replays the days at one installation, each at its own time, and sends what each day gave. Days that an earlier run
 * has replayed already are left out; an aborted replay goes on where it stopped.
 */
export const replayInstallation = async (
  place: FleetPlace,
  installation: Installation,
  replay: { readonly seed: string; readonly days: readonly ReplayedDay[]; readonly signal: AbortSignal },
): Promise<void> => {
  const folder = installationFolder(place, installation)
  const doneMillis = await readSimulatedUntil(folder)
  const plans = replay.days
    .filter(({ startMillis }) => startMillis > doneMillis)
    .map((day) => ({ day, plan: planDay(replay.seed, installation, day) }))
    .filter(({ plan }) => plan.length > 0)
  const [first] = plans
  if (first === undefined) return
  // The app is first started on the first day that it is used: a census report says so.
  let nowMillis = first.day.startMillis
  let { release } = first.day
  const candor = await openInstallation(place, installation, {
    kind: 'replay',
    now: () => nowMillis,
    release: () => release,
  })
  for (const { day, plan } of plans) {
    if (replay.signal.aborted) break
    release = day.release
    for (const { atMillis, activity } of plan) {
      nowMillis = atMillis
      await performActivity(candor, installation, activity)
    }
    await candor.flush()
    await writeSimulatedUntil(folder, day.endMillis)
  }
  await candor.close()
}
