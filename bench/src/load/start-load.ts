import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { LoadOrder, LoadResult } from './load-order.js'

/** A process that sends what it is told to, one order after another. */
export interface LoadProcess {
  /** Throws where a request was not taken. */
  run(order: LoadOrder): Promise<LoadResult>
  stop(): Promise<void>
}

/** Starts a process that sends. */
export const startLoad = (): LoadProcess => {
  const child = fork(fileURLToPath(new URL('load-process.js', import.meta.url)))
  return {
    run: async (order) => {
      child.send(order)
      const [result] = (await once(child, 'message')) as [LoadResult]
      if (result.failed > 0 || result.answered === 0)
        throw new Error(`${result.failed} requests failed, ${result.answered} were answered`)
      return result
    },
    stop: async () => {
      child.send('end')
      await once(child, 'exit')
    },
  }
}
