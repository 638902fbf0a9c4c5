import type { KeptReport } from './kept-report.js'
import type { RecordedLane } from './recorded-lane.js'
import { createReminder } from './reminder.js'
import { createSendQueue } from './send-queue.js'
import type { Send } from './sender.js'
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
  /** Ends the reports that are over, and sends what waits unless the service asked to be left alone. */
  run(): Promise<void>
  /** Ends all reports, and sends what waits. */
  flush(): Promise<void>
  /** Saves what was recorded and stops. Resolves when nothing is in flight. */
  stop(): Promise<void>
}

interface Parts {
  readonly intervalMillis: number
  readonly lane: RecordedLane
  readonly send: Send
  readonly services: Services
}

const isWithin = (spanMillis: number, ageMillis: number): boolean => ageMillis >= 0 && ageMillis < spanMillis

/** Makes the schedule of a lane. Timers only remind: what is due is told by the clock. */
export const createSchedule = ({ intervalMillis, lane, send, services }: Parts): Schedule => {
  const { now, random } = services.platform
  const saving = createReminder(services.platform, () => save())
  const running = createReminder(services.platform, () => void run())
  let isStopped = false
  const plan = (): void => {
    const due = lane.dueInMillis()
    const quiet = queue.quietMillis()
    if (isStopped || (due === undefined && quiet === undefined)) return
    running.set(Math.max((due ?? 0) + JITTER * intervalMillis * random(), quiet ?? 0))
  }
  const queue = createSendQueue(intervalMillis, send, services, () => {
    running.clear()
    plan()
  })
  /** A report from the future is of a clock that was set back. */
  const isOver = ({ fromMillis }: KeptReport): boolean => !isWithin(intervalMillis, now() - fromMillis)
  const keep = (): void => {
    saving.clear()
    lane.save()
  }
  const save = (): void => {
    keep()
    plan()
  }
  const run = (): Promise<void> => {
    keep()
    lane.end(isOver)
    lane.begin()
    return queue.send()
  }
  return {
    touch: () => (isStopped ? undefined : saving.set(SAVE_MILLIS)),
    save,
    run,
    flush: () => {
      keep()
      lane.end(() => true)
      queue.hurry()
      return queue.send()
    },
    stop: () => {
      keep()
      isStopped = true
      running.clear()
      return queue.settled()
    },
  }
}
