import type { Surroundings } from './surroundings.js'

/** What runs until it is told to stop. */
export interface Running {
  /** Reads again what can be read again while it runs. */
  reload(): void
  close(): Promise<void>
}

/** What a process that a signal ended answers, as shells count it. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

/** Keeps something running until SIGINT or SIGTERM, then closes it. A second signal ends the process at once; SIGHUP reloads. */
export const runUntilSignal = async (surroundings: Surroundings, running: Running): Promise<void> => {
  const { stdout, on } = surroundings
  on.call(process, 'SIGHUP', () => running.reload())
  await new Promise<void>((resolve) => {
    let isStopping = false
    const take = (signal: keyof typeof EXIT_CODES): void => {
      if (isStopping) process.exit(EXIT_CODES[signal])
      isStopping = true
      resolve()
    }
    on.call(process, 'SIGINT', take)
    on.call(process, 'SIGTERM', take)
  })
  stdout.write('Stopping: what was acknowledged is kept.\n')
  await running.close()
}
