import { InvalidArgumentError } from 'commander'

const MOST_WORKERS = 64

/** The number of collector processes, 0 to 64; throws what the command line tells as a wrong option. */
export const parseWorkers = (text: string): number => {
  const count = Number(text)
  if (text !== '' && Number.isInteger(count) && count >= 0 && count <= MOST_WORKERS) return count
  throw new InvalidArgumentError(`--workers takes a whole number from 0 to ${MOST_WORKERS}`)
}
