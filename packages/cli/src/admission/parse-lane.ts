import { DATA_CATEGORIES, type DataCategory } from '@candor/practices'
import { InvalidArgumentError } from 'commander'

const UNIT_MILLIS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A lane's name. Throws InvalidArgumentError where it is none. */
export const parseLane = (text: string): DataCategory => {
  const category = DATA_CATEGORIES.find((each) => each === text)
  if (category === undefined)
    throw new InvalidArgumentError(`A lane is one of ${DATA_CATEGORIES.join(', ')}.`)
  return category
}

/** A time such as 30m, 2h or 7d in milliseconds. Throws InvalidArgumentError where it is none. */
export const parseDuration = (text: string): number => {
  const [, count, unit = ''] = /^([1-9]\d{0,5})([smhd])$/.exec(text) ?? []
  const unitMillis = UNIT_MILLIS[unit]
  if (unitMillis === undefined)
    throw new InvalidArgumentError('A time is a number with s, m, h or d, such as 2h.')
  return Number(count) * unitMillis
}
