import { once } from 'node:events'
import type { Server } from 'node:http'

/** Between two looks for connections that became idle: 50 milliseconds. */
const LOOK_MILLIS = 50

/**
 * Closes a server: no new connections, what is under way is answered, and connections end as they become idle. After
 * `graceMillis` those that are left are cut off; what was not answered on them was not acknowledged.
 */
export const drainServer = async (server: Server, graceMillis: number): Promise<void> => {
  const closed = once(server, 'close')
  server.close()
  const looks = setInterval(() => server.closeIdleConnections(), LOOK_MILLIS)
  const end = setTimeout(() => server.closeAllConnections(), graceMillis)
  await closed
  clearInterval(looks)
  clearTimeout(end)
}
