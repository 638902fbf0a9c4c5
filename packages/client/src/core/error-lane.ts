import { LIMITS } from '@candor/practices'

import type { Data, KeptReport } from './kept-report.js'
import type { LaneValues } from './lane-values.js'
import type { LaneParts, RecordedLane } from './recorded-lane.js'
import { toException } from './to-exception.js'

type Input = Readonly<Record<string, unknown>>

/** The error lane: a report an error. */
export interface ErrorLane extends RecordedLane {
  readonly report: (error: Input) => void
}

const dataOf = (error: Input, subject: string | undefined, values: LaneValues): Data => {
  const data: Data = {}
  for (const [name, value] of Object.entries(error)) {
    if (value === undefined || name === subject) continue
    const taken = values.take(name, value instanceof Error ? toException(value) : value)
    if (taken !== undefined) data[name] = taken
  }
  return data
}

/** Makes the error lane. Reports wait in memory for the next save, and never longer. */
export const createErrorLane = ({ intervalMillis, store, values, services, touch }: LaneParts): ErrorLane => {
  const { practices, platform, gate, count, whereabouts } = services
  const types = Object.entries(practices.dataTypes.error)
  const subject = types.find(([, { kind }]) => kind === 'service-hashed-user-id')?.[0]
  let unsaved: KeptReport[] = []
  const record = (error: Input): void => {
    const data = dataOf(error, subject, values)
    if (Object.keys(data).length === 0) return
    if (unsaved.length >= LIMITS.maxReports) return count('queue-full')
    const user = whereabouts.user()
    if (subject && user) data[subject] = user.id
    const at = platform.now()
    const times = { fromMillis: at, toMillis: at }
    const report = { ...whereabouts.here('error'), id: platform.randomUuid(), ...times, data }
    const allowed = gate.allowed('error', report)
    if (!allowed) return
    unsaved.push({ ...allowed, decision: gate.basis('error', allowed) })
    touch()
  }
  const save = (): void => {
    for (const report of unsaved) store.enqueue(report)
    unsaved = []
    store.trim()
  }
  return {
    report: (error) => {
      try {
        record(error)
      } catch {
        count('error-unreadable')
      }
    },
    refresh: () => {},
    begin: () => {},
    save,
    end: save,
    dueInMillis: () => (store.waiting().length > 0 ? intervalMillis : undefined),
  }
}
