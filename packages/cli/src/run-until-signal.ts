import type { Surroundings } from './surroundings.js'

/** What runs until it is told to stop. */
export interface Running {
  /** Reads again what can be read again while it runs. */
  reload(): void
  close(): Promise<void>
}

/** Keeps something running until SIGINT or SIGTERM, then closes it. A second signal ends the process at once; SIGHUP reloads. */
export const runUntilSignal = async (surroundings: Surroundings, running: Running): Promise<void> => {
  const { stdout, on } = surroundings
  on.call(process, 'SIGHUP', () => running.reload())
  await new Promise<void>((resolve) => {
    let isStopping = false
    const take = (): void => {
      // Leaving by process.exit could wait for a transaction of the spool that never ends.
      if (isStopping) process.kill(process.pid, 'SIGKILL')
      isStopping = true
      resolve()
    }
    on.call(process, 'SIGINT', take)
    on.call(process, 'SIGTERM', take)
  })
  stdout.write('Stopping: what was acknowledged is kept.\n')
  await running.close()
}
