import createClient, { type Client } from 'openapi-fetch'

import type { components, paths } from '../../api/generated/open-api.js'

/** The service's API, typed by its contract. */
export type Api = Client<paths>

/** A shape of the API by its name in the contract. */
export type Shape<N extends keyof components['schemas']> = components['schemas'][N]

/** Sends a request; the part of fetch that is used here. */
export type Send = (request: Request) => Promise<Response>

/** The API at an origin, such as https://candor.contoso.com. */
export const createApi = (origin: string, send: Send): Api =>
  createClient<paths>({ baseUrl: origin, fetch: send })

const KEY_BYTES = 16

/** A new key under which a write is done once, however often it is sent. */
export const idempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

/** The headers of a write. */
export const once = (): { readonly 'Idempotency-Key': string } => ({ 'Idempotency-Key': idempotencyKey() })

/** The headers of a write that must not overwrite what another person changed since this revision. */
export const ifStill = (
  revision: number,
): { readonly 'Idempotency-Key': string; readonly 'If-Match': string } => ({
  ...once(),
  'If-Match': `"${revision}"`,
})

/** A body whose fields the contract leaves open. */
export const openBody = (body: object): Record<string, never> => body as Record<string, never>
