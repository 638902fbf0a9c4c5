import type { Send } from './api.js'

/** How a session that has ended is taken up again. */
export interface Renewal {
  /** Whether somebody was signed in, so that a refusal means the session has ended. */
  readonly isSignedIn: () => boolean
  /** Asks the person to sign in again, in place. */
  readonly renew: () => Promise<'renewed' | 'given-up'>
}

const hasEnded = async (response: Response): Promise<boolean> => {
  if (response.status !== 401) return false
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return typeof body === 'object' && body !== null && Reflect.get(body, 'code') === 'CANDOR_TOKEN_REFUSED'
}

/**
 * Sends as `send` does. Where the session has ended meanwhile, it waits until the person has signed in again and sends the
 * same request once more, with the same idempotency key: what was typed is neither lost nor done twice.
 */
export const createGuardedSend =
  (send: Send, renewal: Renewal): Send =>
  async (request) => {
    const again = request.clone()
    const response = await send(request)
    if (!renewal.isSignedIn() || !(await hasEnded(response))) return response
    return (await renewal.renew()) === 'renewed' ? send(again) : response
  }
