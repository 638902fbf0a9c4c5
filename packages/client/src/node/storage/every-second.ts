/** A little less, so that what was polled is known within a second. */
const POLL_MILLIS = 900

const runs = new Set<() => void>()
let timer: NodeJS.Timeout | undefined

const runAll = (): void => {
  for (const run of runs) run()
}

/** Runs something every second, while the process lives for other reasons. One timer for all. Returns the way to stop that. */
export const everySecond = (run: () => void): (() => void) => {
  runs.add(run)
  timer ??= setInterval(runAll, POLL_MILLIS).unref()
  return () => {
    runs.delete(run)
    if (runs.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
