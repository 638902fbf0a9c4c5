import { monitorEventLoopDelay } from 'node:perf_hooks'

import type { PerformanceSource } from '../performance.js'
import { onProcess } from './process-events.js'

const FIGURES = ['startUpMillis', 'longestTaskMillis', 'heapBytes', 'uptimeSeconds'] as const

/** A figure that a process knows. */
export type NodeFigure = (typeof FIGURES)[number]

const RESOLUTION_MILLIS = 20
const NANOS_A_MILLI = 1e6

/** The longest time that the event loop was kept from going on, beyond what its timer takes by itself. */
const watchLongestTask = () => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MILLIS })
  delay.enable()
  return {
    read: () =>
      delay.max > 0 ? Math.max(0, Math.round(delay.max / NANOS_A_MILLI) - RESOLUTION_MILLIS) : undefined,
    stop: () => void delay.disable(),
  }
}

/** The figures of a process. Its start-up lasts from its start until collecting began. */
export const createNodePerformance = (startUpMillis: number): PerformanceSource<NodeFigure> => ({
  known: FIGURES,
  measure: (wanted) => {
    const task = wanted.has('longestTaskMillis') ? watchLongestTask() : undefined
    return {
      read: () => ({
        startUpMillis: Math.round(startUpMillis),
        longestTaskMillis: task?.read(),
        heapBytes: process.memoryUsage().heapUsed,
        uptimeSeconds: Math.round(process.uptime()),
      }),
      stop: () => task?.stop(),
    }
  },
  onSettled: (run) => onProcess('exit', run),
})
