import { InvalidArgumentError } from 'commander'
import { parseDuration } from '../admission/parse-lane.js'

const HOUR_MILLIS = 3_600_000

/** How long a former key goes on, in whole hours: 0, 24h or 7d. Throws InvalidArgumentError where it is no such time. */
export const parseOverlap = (text: string): number => {
  if (text === '0') return 0
  const hours = parseDuration(text) / HOUR_MILLIS
  if (!Number.isInteger(hours))
    throw new InvalidArgumentError('An overlap is in whole hours, such as 24h or 7d.')
  return hours
}
