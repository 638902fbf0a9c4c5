import { InvalidArgumentError } from 'commander'

const MOST_DAYS = 30

/** Days from 1 to 30. Throws InvalidArgumentError where they are none. */
export const parseDays = (text: string): number => {
  const days = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (days < 1 || days > MOST_DAYS)
    throw new InvalidArgumentError(`Days are a number from 1 to ${MOST_DAYS}.`)
  return days
}
