import type { FastifyInstance } from 'fastify'

const IDLE_LOOK_MILLIS = 50

/**
 * Takes no more connections, and lets requests under way end; after `withinMillis` their connections are closed. A
 * connection that is kept alive is closed as soon as it is idle.
 */
export const drain = async (app: FastifyInstance, withinMillis: number): Promise<void> => {
  const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_LOOK_MILLIS)
  const bound = setTimeout(() => app.server.closeAllConnections(), withinMillis)
  try {
    await app.close()
  } finally {
    clearInterval(idle)
    clearTimeout(bound)
  }
}
