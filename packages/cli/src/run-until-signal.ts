import type { Surroundings } from './surroundings.js'

/** What runs until it is told to stop. */
export interface Running {
  close(): Promise<void>
}

/** Keeps something running until SIGINT or SIGTERM, then closes it. A second signal ends the process at once. */
export const runUntilSignal = async ({ once, stdout }: Surroundings, running: Running): Promise<void> => {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) once.call(process, signal, () => resolve())
  })
  stdout.write('Stopping: what was acknowledged is kept.\n')
  await running.close()
}
