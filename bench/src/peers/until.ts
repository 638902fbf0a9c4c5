import { setTimeout as wait } from 'node:timers/promises'

const POLL_MILLIS = 20

/** Waits until something is so, at most so long. Resolves to whether it is. */
export const until = async (isSo: () => boolean, mostMillis: number): Promise<boolean> => {
  const end = performance.now() + mostMillis
  while (!isSo() && performance.now() < end) await wait(POLL_MILLIS)
  return isSo()
}
