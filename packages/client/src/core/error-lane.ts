import { LIMITS } from '@candor/practices'

import { createErrorSurroundings, type ErrorSurroundings } from './error-surroundings.js'
import type { Data, KeptReport } from './kept-report.js'
import type { LaneParts, RecordedLane } from './recorded-lane.js'
import { toException } from './to-exception.js'

type Input = Readonly<Record<string, unknown>>

/** The error lane: a report an error. */
export interface ErrorLane extends RecordedLane, Pick<ErrorSurroundings, 'log' | 'attach'> {
  readonly report: (error: Input) => void
}

/** An error as it was given, and when. */
interface Caught {
  readonly data: Data
  readonly atMillis: number
}

/** A value as it is now, whatever the app does with it later. */
const snapshot = (value: unknown): unknown =>
  value instanceof Error ? toException(value) : (JSON.parse(JSON.stringify(value)) as unknown)

/** Makes the error lane. Reports wait in memory for the opening or the next save, and never longer. */
export const createErrorLane = ({ intervalMillis, store, values, services, touch }: LaneParts): ErrorLane => {
  const { practices, platform, storage, gate, count, whereabouts } = services
  const types = practices.dataTypes.error
  const subject = Object.keys(types).find((name) => types[name]?.kind === 'service-hashed-user-id')
  const open = new Set(Object.keys(types))
  const surroundings = createErrorSurroundings({ practices, values, open, now: platform.now, count })
  let caught: Caught[] = []
  let unsaved: KeptReport[] = []
  let lastUser: string | undefined
  const take = (input: Input): Data => {
    const data: Data = {}
    for (const [name, value] of Object.entries(input)) {
      if (value === undefined || name === subject) continue
      const taken = values.take(name, snapshot(value))
      if (taken !== undefined) data[name] = taken
    }
    return data
  }
  const record = ({ data, atMillis }: Caught): void => {
    const user = whereabouts.user()
    const all = subject && user ? { ...data, [subject]: user.id } : data
    const times = { fromMillis: atMillis, toMillis: atMillis }
    const report = { ...whereabouts.here('error'), id: platform.randomUuid(), ...times, data: all }
    const allowed = gate.allowed('error', report)
    if (!allowed) return
    if (unsaved.length >= LIMITS.maxReports) return count('queue-full')
    unsaved.push({ ...allowed, decision: gate.basis('error', allowed) })
    touch()
  }
  const report = (error: Input): void => {
    const data = take(error)
    const atMillis = platform.now()
    if (Object.keys(data).length === 0) return
    const all = { ...take(surroundings.around(error, atMillis)), ...data }
    if (storage.isOpen()) record({ data: all, atMillis })
    else if (caught.length < LIMITS.maxReports) caught.push({ data: all, atMillis })
    else count('queue-full')
  }
  const save = (): void => {
    for (const each of unsaved) store.enqueue(each)
    unsaved = []
    store.trim()
  }
  return {
    log: surroundings.log,
    attach: surroundings.attach,
    report: (error) => {
      try {
        report(error)
      } catch {
        count('error-unreadable')
      }
    },
    refresh: () => {
      const user = whereabouts.user()?.key
      const lines = surroundings.cut()
      open.clear()
      for (const name of gate.collected('error', whereabouts.here('error'))) open.add(name)
      // What was logged for one user is not reported for another.
      if (lastUser === undefined || lastUser === user) lines()
      lastUser = user
    },
    cut: () => {
      const before = caught
      const lines = surroundings.cut()
      caught = []
      unsaved = []
      return () => {
        lines()
        before.forEach(record)
      }
    },
    begin: () => {},
    save,
    end: save,
    dueInMillis: () => (store.waiting().length > 0 ? intervalMillis : undefined),
  }
}
