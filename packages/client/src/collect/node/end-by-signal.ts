import { isObject } from '@candor/practices'

import { startAll, type Stop } from '../stops.js'
import { countForeign, onProcess } from './process-events.js'

/** How a process is asked to end: by a service supervisor, by Ctrl+C, by a terminal that is closed. */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/**
 * The npm package signal-exit (in its versions 3 and 4) also acts only where it is alone, and says how many listeners it
 * has. Two that wait for each other would keep the process from ending.
 */
const countSignalExit = (): number =>
  [
    Reflect.get(process, '__signal_exit_emitter__'),
    Reflect.get(globalThis, Symbol.for('signal-exit emitter')),
  ]
    .map((emitter: unknown) => (isObject(emitter) ? Number(emitter['count']) || 0 : 0))
    .reduce((sum, count) => sum + count, 0)

/**
 * Runs something when the process is asked to end, and does not change what then happens: where nobody else listens, the
 * signal is given again with the listener gone, so that the process ends as it would have.
 */
export const onEndingSignal = (run: () => void): Stop => {
  const stop = startAll(
    SIGNALS.map(
      (signal) => () =>
        onProcess(signal, () => {
          const isAlone = countForeign(signal) <= countSignalExit()
          run()
          if (!isAlone) return
          stop()
          process.kill(process.pid, signal)
        }),
    ),
  )
  return stop
}
