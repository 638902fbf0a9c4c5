import { LIMITS } from '@candor/practices'

import { createErrorSurroundings, type ErrorSurroundings } from './error-surroundings.js'
import type { Data, KeptReport } from './kept-report.js'
import type { LaneValues } from './lane-values.js'
import type { LaneParts, RecordedLane } from './recorded-lane.js'
import type { Services } from './services.js'
import { toException } from './to-exception.js'

/** What an app gives of an error, by data type. */
export type ErrorInputs = Readonly<Record<string, unknown>>

/** The error lane: a report an error. */
export interface ErrorLane extends RecordedLane, Pick<ErrorSurroundings, 'log' | 'attach'> {
  readonly report: (error: ErrorInputs) => void
}

/** A value as it is now, whatever the app does with it later. */
const snapshot = (value: unknown): unknown =>
  value instanceof Error ? toException(value) : (JSON.parse(JSON.stringify(value)) as unknown)

/** What the data types take of what was given, as it is now, without the one that the client fills in. */
const take = (given: ErrorInputs, subject: string | undefined, values: LaneValues): Data => {
  const data: Data = {}
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || name === subject) continue
    const taken = values.take(name, snapshot(value))
    if (taken !== undefined) data[name] = taken
  }
  return data
}

/** The report of an error here, without what is forbidden; undefined where all of it is. */
const makeReport = (
  caught: Data,
  atMillis: number,
  subject: string | undefined,
  { platform, gate, whereabouts }: Services,
): KeptReport | undefined => {
  const user = whereabouts.user()
  const data = subject && user ? { ...caught, [subject]: user.id } : caught
  const times = { fromMillis: atMillis, toMillis: atMillis }
  const made = { ...whereabouts.here('error'), id: platform.randomUuid(), ...times, data }
  const report = gate.allowed('error', made)
  return report && { ...report, decision: gate.basis('error', report) }
}

/** Makes the error lane. Errors wait in memory for the opening or the next save, and never longer. */
export const createErrorLane = ({ intervalMillis, store, values, services, touch }: LaneParts): ErrorLane => {
  const { practices, platform, storage, gate, count, whereabouts } = services
  const types = practices.dataTypes.error
  const open = new Set(Object.keys(types))
  /** Names the lane's user, which the client fills in. */
  const subject = [...open].find((name) => types[name]?.kind === 'service-hashed-user-id')
  const surroundings = createErrorSurroundings({ practices, values, open, now: platform.now, count })
  let early: (() => void)[] = []
  let unsaved: KeptReport[] = []
  let lastUser: string | undefined
  const record = (caught: Data, atMillis: number): void => {
    const report = makeReport(caught, atMillis, subject, services)
    if (!report) return
    unsaved.push(report)
    touch()
  }
  const save = (): void => {
    for (const report of unsaved) store.enqueue(report)
    unsaved = []
    store.trim()
  }
  return {
    ...surroundings,
    report: (error) => {
      const atMillis = platform.now()
      const given = take(error, subject, values)
      if (Object.keys(given).length === 0) return
      const caught = { ...take(surroundings.around(error), subject, values), ...given }
      if (early.length + unsaved.length >= LIMITS.maxReports) count('queue-full')
      else if (storage.isOpen()) record(caught, atMillis)
      else early.push(() => record(caught, atMillis))
    },
    refresh: () => {
      const user = whereabouts.user()?.key
      const putBack = surroundings.cut()
      open.clear()
      for (const name of gate.collected('error', whereabouts.here('error'))) open.add(name)
      // What was logged for one user is not reported for another.
      if (lastUser === undefined || lastUser === user) putBack()
      lastUser = user
    },
    cut: () => {
      const all = [surroundings.cut(), ...early]
      early = []
      unsaved = []
      return () => all.forEach((run) => run())
    },
    save,
    end: save,
    dueInMillis: () => (store.waiting().length > 0 ? intervalMillis : undefined),
  }
}
