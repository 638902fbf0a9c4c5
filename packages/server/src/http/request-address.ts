import type { FastifyRequest } from 'fastify'
import { PEER_HEADER } from '../workers/forward-request.js'
import type { ClientAddress } from './client-address.js'

/** Finds the address of the other end of a request's connection; '' where it is not known. */
export type PeerOf = (request: FastifyRequest) => string

/** Finds the address of the client that asks, past the proxies that are trusted; '' where it is not known. */
export type RequestAddress = (request: FastifyRequest) => string

/** Behind collector processes a connection is theirs, and they say whose request it is. */
export const createPeerOf =
  (workers: number): PeerOf =>
  ({ raw, headers }) =>
    workers === 0 ? (raw.socket.remoteAddress ?? '') : String(headers[PEER_HEADER] ?? '')

/** Finds the addresses of clients. They are for limits and for the audit log of people's own changes. */
export const createRequestAddress =
  (peerOf: PeerOf, clientAddress: ClientAddress): RequestAddress =>
  (request) =>
    clientAddress({ peer: peerOf(request), forwardedFor: request.headers['x-forwarded-for'] })
