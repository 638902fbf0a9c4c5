import { LIMITS } from '@candor/practices'

import { createCatchError, findSubject, type ErrorInputs } from './catch-error.js'
import { createErrorSurroundings, type ErrorSurroundings } from './error-surroundings.js'
import type { Data, KeptReport } from './kept-report.js'
import type { LaneParts, RecordedLane } from './recorded-lane.js'
import type { Services } from './services.js'

/** The error lane: a report an error. */
export interface ErrorLane extends RecordedLane, Pick<ErrorSurroundings, 'log' | 'attach'> {
  readonly report: (error: ErrorInputs) => void
}

/** The report of an error here and now, without what is forbidden; undefined where all of it is. */
const makeReport = (
  caught: Data,
  atMillis: number,
  { practices, platform, gate, whereabouts }: Services,
): KeptReport | undefined => {
  const subject = findSubject(practices)
  const user = whereabouts.user()
  const data = subject && user ? { ...caught, [subject]: user.id } : caught
  const times = { fromMillis: atMillis, toMillis: atMillis }
  const report = { ...whereabouts.here('error'), id: platform.randomUuid(), ...times, data }
  const allowed = gate.allowed('error', report)
  return allowed && { ...allowed, decision: gate.basis('error', allowed) }
}

/** Makes the error lane. Errors wait in memory for the opening or the next save, and never longer. */
export const createErrorLane = ({ intervalMillis, store, values, services, touch }: LaneParts): ErrorLane => {
  const { practices, platform, storage, gate, count, whereabouts } = services
  const open = new Set(Object.keys(practices.dataTypes.error))
  const surroundings = createErrorSurroundings({ practices, values, open, now: platform.now, count })
  const catchError = createCatchError(findSubject(practices), values, surroundings)
  let early: (() => void)[] = []
  let unsaved: KeptReport[] = []
  let lastUser: string | undefined
  const record = (caught: Data, atMillis: number): void => {
    const report = makeReport(caught, atMillis, services)
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
    log: surroundings.log,
    attach: surroundings.attach,
    report: (error) => {
      const atMillis = platform.now()
      const caught = catchError(error)
      if (!caught) return
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
    begin: () => {},
    save,
    end: save,
    dueInMillis: () => (store.waiting().length > 0 ? intervalMillis : undefined),
  }
}
