import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { ClientAddress } from './client-address.js'

/** The address that a request is limited by. */
export type LimitedAddress = (request: IncomingMessage) => string

/**
 * Finds addresses; that of a connection on which nobody says whom he speaks for is found once. It lives as long as the
 * connection, and is neither kept nor logged.
 */
export const createLimitedAddress = (clientAddress: ClientAddress): LimitedAddress => {
  const known = new WeakMap<Socket, string>()
  return ({ socket, headers }) => {
    const forwardedFor = headers['x-forwarded-for']
    const peer = socket.remoteAddress
    if (forwardedFor !== undefined) return clientAddress({ peer, forwardedFor })
    const found = known.get(socket) ?? clientAddress({ peer, forwardedFor })
    known.set(socket, found)
    return found
  }
}
