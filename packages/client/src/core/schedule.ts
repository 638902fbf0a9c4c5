import type { DataCategory } from '@candor/practices'

import { apartMillis, spanOf } from './intervals.js'
import type { KeptReport } from './kept-report.js'
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
  /** Sees to it that what there is goes in its time. */
  readonly plan: () => void
  /** Saves what was recorded, and makes reports of all of it. */
  readonly end: () => void
  /** Sends what waits, whatever failed before, unless the service stopped the lane. */
  readonly send: () => Promise<void>
  /**
   * Ends all reports and makes one request before it returns, where that would neither come too often nor be joined with
   * another lane's. Returns whether it did.
   */
  exit(): boolean
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

/** When a lane's interval is over, by the clock: timers only remind. */
const createInterval = ({ intervalMillis, lane, store, services: { platform } }: Parts) => {
  const spanMillis = (): number => spanOf(intervalMillis, platform)
  /** A report from the future is of a clock that was set back. */
  const isOver = ({ fromMillis }: KeptReport, millis: number): boolean => {
    const age = platform.now() - fromMillis
    return age < 0 || age >= millis
  }
  return {
    /** In milliseconds, as long as it is on the network of this moment. */
    spanMillis,
    /** Saves what was recorded, and makes reports of what is over. */
    endOver: (): void => {
      lane.save()
      const [oldest] = store.growing()
      if (oldest && isOver(oldest.report, spanMillis())) lane.end((report) => isOver(report, intervalMillis))
      lane.begin?.()
    },
    end: (): void => {
      lane.save()
      lane.end(() => true)
    },
  }
}

type Interval = ReturnType<typeof createInterval>

/** Plans when a lane sends next. */
const createPlan = (parts: Parts, { spanMillis, endOver }: Interval, quiet: QuietTime) => {
  const { category, intervalMillis, lane, store, sender, services } = parts
  const { platform, turns, transport } = services
  const soonMillis = apartMillis(intervalMillis)
  let isStopped = false
  const planIn = (dueMillis: number | undefined): void => {
    const left = quiet.leftMillis()
    if (isStopped || platform.network() === 'offline' || (dueMillis === undefined && left === 0)) return
    running.set(Math.max((dueMillis ?? 0) + JITTER * spanMillis() * platform.random(), left))
  }
  const hasWaiting = (): boolean => store.waiting().length > 0
  const plan = (leastMillis = 0): void => {
    const due = lane.dueInMillis()
    planIn(due === undefined ? due : Math.max(due + spanMillis() - intervalMillis, leastMillis))
  }
  const run = (): void => {
    endOver()
    if (!hasWaiting() || quiet.leftMillis() > 0 || !transport.isOpen()) return plan(soonMillis)
    const wait = turns.waitMillis(category, 'now')
    if (wait > 0) return running.set(wait + JITTER * soonMillis * platform.random())
    turns.take(category)
    void queue.send()
  }
  const planNext = (): void => (hasWaiting() ? planIn(soonMillis) : plan())
  const running = createReminder(platform, run)
  const queue = createSendQueue(category, sender, quiet, services, () => {
    running.clear()
    planNext()
  })
  return {
    queue,
    plan,
    planNext,
    start: (): void => {
      endOver()
      running.clear()
      if (hasWaiting()) running.set(soonMillis * platform.random())
      else plan()
    },
    stop: (): void => {
      isStopped = true
      running.clear()
    },
  }
}

/** Makes the schedule of a lane. */
export const createSchedule = (parts: Parts): Schedule => {
  const { category, intervalMillis, lane, store, sender, services } = parts
  const { platform, turns, transport } = services
  const interval = createInterval(parts)
  const { spanMillis, end } = interval
  const quiet = createQuietTime(category, intervalMillis, services)
  const { queue, plan, planNext, start, stop } = createPlan(parts, interval, quiet)
  const save = (): void => {
    saving.clear()
    lane.save()
    plan()
  }
  const saving = createReminder(platform, save)
  return {
    touch: () => saving.set(SAVE_MILLIS),
    save,
    start,
    plan: planNext,
    end,
    send: queue.send,
    exit: () => {
      const mayExit =
        transport.isOpen() &&
        quiet.leftMillis() === 0 &&
        turns.waitMillis(category, 'exit') === 0 &&
        turns.sinceMillis(category) >= JITTER * spanMillis() &&
        [...store.waiting(), ...store.growing()].some(sender.isPrepared)
      if (mayExit) {
        end()
        queue.sendAtExit()
      }
      return mayExit
    },
    stop: () => {
      stop()
      save()
      lane.leave?.()
      return queue.settled()
    },
  }
}
