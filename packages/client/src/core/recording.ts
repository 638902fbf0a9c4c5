import { addUp, emptyData } from './add-up.js'
import type { Lane } from './client.js'
import { collectedAt, pendingAt } from './decisions.js'
import { catchError, nameOf, subjectOf } from './errors.js'
import { grow, make } from './grow.js'
import { trim } from './reports.js'
import { hasRoomIn } from './values.js'
import { here } from './whereabouts.js'

/** What is recorded is kept after so many milliseconds. */
const SAVE_MILLIS = 1000

/** Takes out what was counted since the last time. */
const takeCounts = (lane: Lane) => {
  const { counts } = lane
  lane.counts = emptyData()
  return counts
}

/** Takes out the errors since the last time. */
const takeCaught = (lane: Lane) => {
  const { caught } = lane
  lane.caught = []
  return caught
}

/** Keeps what was recorded since the last time. */
export const saveRecorded = (lane: Lane): void => {
  const { state, platform, category, news } = lane
  const place = here(lane, category)
  for (const { data, atMillis } of takeCaught(lane)) {
    const user = state.user && { [subjectOf(lane)]: state.user.id }
    const times = { fromMillis: atMillis, toMillis: atMillis }
    make(lane, { ...place, id: platform.randomUuid(), ...times, data: { ...data, ...user } })
  }
  if (news !== 'none' && category !== 'error') grow(lane, place, takeCounts(lane))
  lane.news = 'none'
  trim(lane)
}

/** Something was recorded: it is saved soon. */
export const touch = (lane: Lane, news: Lane['news'] = 'counts'): void => {
  if (lane.news !== 'presence') lane.news = news
  if (lane.state.doors === 'open') lane.saving.set(SAVE_MILLIS)
}

/** Whether the reports of a lane say that the app runs, even where nothing is counted. */
export const tellsPresence = ({ category, types }: Lane): boolean =>
  category === 'census' && Object.keys(types).length > 0

/** The app is running. */
export const begin = (lane: Lane): void => {
  if (tellsPresence(lane)) touch(lane, 'presence')
}

/** Looks again which data types are recorded: those that are collected, and those that a policy decides on which is not known yet. */
export const refresh = (lane: Lane): void => {
  const { open, state, held } = lane
  const place = here(lane, lane.category)
  const user = state.user?.key
  open.clear()
  for (const name of [...collectedAt(lane, place), ...pendingAt(lane, place)]) open.add(name)
  // What was logged for one user is not reported for another.
  if ((lane.lastUser ?? user) !== user || !open.has(nameOf(lane, 'log'))) lane.lines = []
  lane.lastUser = user
  lane.held = []
  for (const run of held) run()
}

/** Takes out what was recorded and not kept yet. The answer records it again, as far as it is recorded then. */
export const cut = (lane: Lane): (() => void) => {
  const { open, lines } = lane
  const counts = Object.entries(takeCounts(lane))
  const caught = takeCaught(lane)
  const values = { ...lane.values }
  lane.lines = []
  lane.held = []
  return () => {
    for (const { data, atMillis } of caught) catchError(lane, data, atMillis)
    if (open.has(nameOf(lane, 'log'))) lane.lines = lines
    const left = counts.filter(([name]) => open.has(name))
    addUp(lane.counts, Object.fromEntries(left), hasRoomIn(lane))
    Object.assign(lane.values, values)
    touch(lane)
  }
}
