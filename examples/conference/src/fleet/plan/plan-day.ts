import { createChance, type Chance } from '../chance.js'
import { isGuest, type Installation } from '../installation.js'
import type { Activity, TimedActivity } from './activity.js'
import { drawActivity, drawStartOfDay } from './draw-activity.js'
import type { ReplayedDay } from './replayed-days.js'

const HOUR_MILLIS = 3_600_000
const WORKDAY_PRESENCE = 0.88
const WEEKEND_PRESENCE = 0.15
/** Activities of a whole working day, at a diligence of 1. */
const ACTIVITIES_A_DAY = 14
/** A guest's one is a whole meeting. */
const MEETINGS_A_DAY = 2
const WORK_BEGINS_MILLIS = 7 * HOUR_MILLIS
const WORK_MILLIS = 11 * HOUR_MILLIS

const drawActivities = (
  installation: Installation,
  day: ReplayedDay,
  chance: Chance,
): readonly Activity[] => {
  const most = isGuest(installation) ? MEETINGS_A_DAY : ACTIVITIES_A_DAY
  const share = day.kind === 'weekend' ? 0.3 : 1
  const number = Math.max(1, Math.round(most * installation.diligence * share * (0.6 + 0.8 * chance.unit())))
  const ordinary = Array.from({ length: number }, () => drawActivity(chance, installation))
  const troubled: readonly Activity[] =
    day.release === 'troubled' && !isGuest(installation) && chance.happens(0.75)
      ? [{ kind: 'failure', failure: 'roster' }]
      : []
  return [...drawStartOfDay(chance, installation), ...ordinary, ...troubled]
}

/**
 * What happens at an installation on a day, in the order of time; nothing on a day that the person is away. Pure: a
 * seed, an installation and a day always give the same. A day that is not over gets its activities before `endMillis`.
 */
export const planDay = (
  seed: string,
  installation: Installation,
  day: ReplayedDay,
): readonly TimedActivity[] => {
  const chance = createChance(`${seed}/day/${installation.number}/${day.date}`)
  const isPresent = chance.happens(day.kind === 'weekend' ? WEEKEND_PRESENCE : WORKDAY_PRESENCE)
  if (!isPresent || day.share < installation.appearsAfter) return []
  const activities = drawActivities(installation, day, chance)
  const workEnds = day.startMillis + WORK_BEGINS_MILLIS + WORK_MILLIS
  const begins = day.endMillis >= workEnds ? day.startMillis + WORK_BEGINS_MILLIS : day.startMillis
  const span = Math.min(day.endMillis, workEnds) - begins
  const times = activities.map(() => begins + Math.floor(chance.unit() * span)).toSorted((a, b) => a - b)
  return activities.map((activity, at) => ({ activity, atMillis: times[at] ?? begins }))
}
