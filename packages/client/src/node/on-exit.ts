const runs = new Set<() => void>()

const runAll = (): void => {
  for (const run of runs) run()
}

/**
 * Runs something when the process exits. One listener for all clients: a process with many clients (a simulated fleet)
 * would otherwise be warned of a leak. Returns the way to stop that.
 */
export const onExit = (run: () => void): (() => void) => {
  if (runs.size === 0) process.on('exit', runAll)
  runs.add(run)
  return () => {
    runs.delete(run)
    if (runs.size === 0) process.off('exit', runAll)
  }
}
