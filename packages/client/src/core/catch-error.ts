import type { DevicePractices } from '@candor/practices'

import type { ErrorSurroundings } from './error-surroundings.js'
import type { Data } from './kept-report.js'
import type { LaneValues } from './lane-values.js'
import { toException } from './to-exception.js'

/** What an app gives of an error, by data type. */
export type ErrorInputs = Readonly<Record<string, unknown>>

/** A value as it is now, whatever the app does with it later. */
const snapshot = (value: unknown): unknown =>
  value instanceof Error ? toException(value) : (JSON.parse(JSON.stringify(value)) as unknown)

/** The data type that names the error lane's user, which the client fills in. */
export const findSubject = ({ dataTypes }: DevicePractices): string | undefined =>
  Object.keys(dataTypes.error).find((name) => dataTypes.error[name]?.kind === 'service-hashed-user-id')

/** Takes an error and what surrounds it; undefined where nothing was given that a data type takes. */
export const createCatchError = (
  subject: string | undefined,
  values: LaneValues,
  surroundings: ErrorSurroundings,
) => {
  const take = (input: ErrorInputs): Data => {
    const data: Data = {}
    for (const [name, value] of Object.entries(input)) {
      if (value === undefined || name === subject) continue
      const taken = values.take(name, snapshot(value))
      if (taken !== undefined) data[name] = taken
    }
    return data
  }
  return (error: ErrorInputs): Data | undefined => {
    const data = take(error)
    if (Object.keys(data).length === 0) return undefined
    return { ...take(surroundings.around(error)), ...data }
  }
}
