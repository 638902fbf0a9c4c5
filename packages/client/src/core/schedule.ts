import type { Lane } from './client.js'
import { endMine, endReports, isMine, leaveReports } from './grow.js'
import { apartMillis, jitter, JITTER, spanMillis } from './intervals.js'
import type { KeptReport } from './kept-report.js'
import { beginQuiet, isStopped, quietAfter, quietMillis } from './quiet-time.js'
import { begin, saveRecorded, tellsPresence } from './recording.js'
import { list } from './reports.js'
import { isPrepared, listToSend, sendAll, sendAtExit } from './send.js'
import type { SendOutcome } from './send-outcome.js'
import { mayAsk } from './transport.js'
import { sinceAsked, takeTurn, turnMillis } from './turns.js'

/** Whether an interval is over, by the clock: timers only remind. A report from the future is of a clock that was set back. */
const isOver = ({ platform }: Lane, { fromMillis }: KeptReport, millis: number): boolean => {
  const age = platform.now() - fromMillis
  return age < 0 || age >= millis
}

/** Saves what was recorded, and makes reports of what is over. */
const endOver = (lane: Lane): void => {
  saveRecorded(lane)
  const [oldest] = list(lane, 'growing')
  if (oldest && isOver(lane, oldest.report, spanMillis(lane)))
    endReports(lane, (report) => isOver(lane, report, lane.intervalMillis))
  begin(lane)
}

/** Saves what was recorded, and makes reports of all of it. */
export const endAll = (lane: Lane): void => {
  saveRecorded(lane)
  endReports(lane, () => true)
}

const hasWaiting = (lane: Lane): boolean => list(lane, 'waiting').length > 0

const soonMillis = ({ intervalMillis }: Lane): number => apartMillis(intervalMillis)

/** Milliseconds until there is something to send; undefined where nothing was recorded. */
const dueMillis = (lane: Lane): number | undefined => {
  const { intervalMillis, platform } = lane
  const [oldest] = list(lane, 'growing')
  if (oldest) return oldest.report.fromMillis + intervalMillis - platform.now()
  const isDue = lane.category === 'error' ? hasWaiting(lane) : tellsPresence(lane)
  return isDue ? intervalMillis : undefined
}

const planIn = (lane: Lane, millis: number | undefined): void => {
  const { state, platform, running } = lane
  const left = quietMillis(lane)
  if (state.doors === 'closed' || platform.network() === 'offline' || (millis === undefined && left === 0))
    return
  running.set(Math.max((millis ?? 0) + jitter(lane, spanMillis(lane)), left))
}

/** Plans when the lane sends what grows; not sooner than in some milliseconds. */
const plan = (lane: Lane, leastMillis = 0): void => {
  const due = dueMillis(lane)
  planIn(lane, due === undefined ? due : Math.max(due + spanMillis(lane) - lane.intervalMillis, leastMillis))
}

/** Sees to it that what there is goes in its time. */
export const planNext = (lane: Lane): void => (hasWaiting(lane) ? planIn(lane, soonMillis(lane)) : plan(lane))

/** Saves what was recorded. */
export const saveLane = (lane: Lane): void => {
  lane.saving.clear()
  saveRecorded(lane)
  plan(lane)
}

const run = async (
  lane: Lane,
  start: (lane: Lane) => Promise<SendOutcome | undefined> | undefined,
): Promise<void> => {
  lane.isBusy = true
  try {
    const outcome = await start(lane)
    if (outcome && outcome.kind !== 'too-large') quietAfter(lane, outcome)
  } catch {
    lane.count('send-failed')
  }
  lane.isBusy = false
  lane.running.clear()
  planNext(lane)
}

const sendWaiting = (lane: Lane): Promise<SendOutcome> | undefined => {
  if (isStopped(lane) || !mayAsk(lane) || listToSend(lane).length === 0) return undefined
  beginQuiet(lane)
  takeTurn(lane)
  return sendAll(lane)
}

const sendNext = async (lane: Lane): Promise<void> => {
  await lane.sending
  lane.next = undefined
  // Another instance may be sending the same reports.
  await lane.device.lock(`send.${lane.category}`, () => run(lane, sendWaiting), 'wait')
}

/**
 * Sends what waits, whatever failed before, unless the service stopped the lane: when the time before has ended. Asked for
 * several times meanwhile, it sends once.
 */
export const sendLane = (lane: Lane): Promise<unknown> => {
  lane.next ??= sendNext(lane)
  lane.sending = lane.next
  return lane.sending
}

/** Ends what is over, and sends what waits where it is the lane's turn. */
export const runLane = (lane: Lane): void => {
  const soon = soonMillis(lane)
  endOver(lane)
  if (!hasWaiting(lane) || quietMillis(lane) > 0 || !mayAsk(lane)) return plan(lane, soon)
  const wait = turnMillis(lane, 'now')
  if (wait > 0) return lane.running.set(wait + jitter(lane, soon))
  takeTurn(lane)
  void sendLane(lane)
}

/** Ends the reports that are over, and sends what waits at a random moment soon: the app starts, or is online again. */
export const startLane = (lane: Lane): void => {
  endOver(lane)
  lane.running.clear()
  if (hasWaiting(lane)) lane.running.set(soonMillis(lane) * lane.platform.random())
  else plan(lane)
}

/**
 * Ends all reports of this instance and makes one request before it returns, where that would neither come too often nor be joined with
 * another lane's. Returns whether it did.
 */
export const exitLane = (lane: Lane): boolean => {
  const mayExit =
    mayAsk(lane) &&
    quietMillis(lane) === 0 &&
    turnMillis(lane, 'exit') === 0 &&
    sinceAsked(lane, lane.category) >= JITTER * spanMillis(lane) &&
    [...list(lane, 'waiting'), ...list(lane, 'growing').filter(({ report }) => isMine(lane, report))].some(
      (stored) => isPrepared(lane, stored),
    )
  if (mayExit) {
    endMine(lane)
    if (!lane.isBusy && !lane.next) lane.sending = run(lane, sendAtExit)
  }
  return mayExit
}

/** Saves what was recorded and stops. Resolves when nothing is in flight. */
export const stopLane = (lane: Lane): Promise<unknown> => {
  saveLane(lane)
  lane.running.clear()
  leaveReports(lane)
  return lane.sending
}
