import type { DataCategory } from '@candor/practices'

import { apartMillis } from './intervals.js'
import { createLaneInterval, type LaneInterval } from './lane-interval.js'
import type { LaneStore } from './lane-store.js'
import { createQuietTime, type QuietTime } from './quiet-time.js'
import type { RecordedLane } from './recorded-lane.js'
import { createReminder } from './reminder.js'
import { createSendQueue } from './send-queue.js'
import type { Sender } from './sender.js'
import type { Services } from './services.js'

/** What is recorded is kept after so many milliseconds. */
const SAVE_MILLIS = 1000
/** The part of an interval that is left to chance, so that devices do not all report at once. */
export const JITTER = 0.1

/** When a lane saves, ends its intervals and sends. */
export interface Schedule {
  /** Something was recorded: it is saved soon. */
  touch(): void
  /** Saves what was recorded. */
  save(): void
  /** Ends the reports that are over, and sends what waits at a random moment soon: the app starts, or is online again. */
  start(): void
  /** Ends all reports. */
  end(): void
  /** Sends what waits, whatever failed before, unless the service stopped the lane. */
  send(): Promise<void>
  /** Whether a request at an exit would neither come too often nor be joined with another lane's. */
  mayExit(): boolean
  /** Ends all reports and makes one request before it returns. */
  exit(): void
  /** Saves what was recorded and stops. Resolves when nothing is in flight. */
  stop(): Promise<void>
}

interface Parts {
  readonly category: DataCategory
  readonly intervalMillis: number
  readonly lane: RecordedLane
  readonly store: LaneStore
  readonly sender: Sender
  readonly services: Services
}

/** Plans when a lane sends next. Timers only remind: what is due is told by the clock. */
const createPlan = (parts: Parts, interval: LaneInterval, quiet: QuietTime) => {
  const { category, intervalMillis, store, sender, services } = parts
  const { platform, turns, transport } = services
  const { random } = platform
  const running = createReminder(platform, () => run())
  const soonMillis = apartMillis(intervalMillis)
  let isStopped = false
  const planIn = (dueMillis: number | undefined): void => {
    const left = quiet.leftMillis()
    if (isStopped || platform.network() === 'offline' || (dueMillis === undefined && left === 0)) return
    running.set(Math.max((dueMillis ?? 0) + JITTER * interval.spanMillis() * random(), left))
  }
  const plan = (leastMillis = 0): void => {
    const due = interval.dueInMillis()
    planIn(due === undefined ? due : Math.max(due, leastMillis))
  }
  const hasWaiting = (): boolean => store.waiting().length > 0
  const queue = createSendQueue(sender, quiet, services, () => {
    running.clear()
    if (hasWaiting()) planIn(soonMillis)
    else plan()
  })
  const run = (): void => {
    interval.endOver()
    if (!hasWaiting() || quiet.leftMillis() > 0 || !transport.isOpen()) return plan(soonMillis)
    const wait = turns.waitMillis(category, 'now')
    if (wait > 0) return running.set(wait + JITTER * soonMillis * random())
    turns.take(category)
    void queue.send()
  }
  return {
    queue,
    plan,
    start: (): void => {
      interval.endOver()
      running.clear()
      if (hasWaiting()) running.set(soonMillis * random())
      else plan()
    },
    stop: (): void => {
      isStopped = true
      running.clear()
    },
    isStopped: () => isStopped,
  }
}

/** Makes the schedule of a lane. */
export const createSchedule = (parts: Parts): Schedule => {
  const { category, intervalMillis, lane, store, services } = parts
  const { platform, turns, transport } = services
  const interval = createLaneInterval({ intervalMillis, lane, store, platform })
  const quiet = createQuietTime(category, intervalMillis, services)
  const { queue, plan, start, stop, isStopped } = createPlan(parts, interval, quiet)
  const saving = createReminder(platform, () => save())
  const save = (): void => {
    saving.clear()
    lane.save()
    plan()
  }
  return {
    touch: () => (isStopped() ? undefined : saving.set(SAVE_MILLIS)),
    save,
    start,
    end: interval.endAll,
    send: queue.send,
    mayExit: () =>
      transport.isOpen() &&
      quiet.leftMillis() === 0 &&
      turns.waitMillis(category, 'exit') === 0 &&
      turns.sinceMillis(category) >= JITTER * interval.spanMillis(),
    exit: () => {
      interval.endAll()
      queue.sendAtExit()
    },
    stop: () => {
      saving.clear()
      lane.save()
      stop()
      return queue.settled()
    },
  }
}
