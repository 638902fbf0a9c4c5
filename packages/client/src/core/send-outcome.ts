/** What became of sending what waits in a lane. */
export type SendOutcome =
  /** Everything was answered. */
  | { readonly kind: 'sent' }
  /** The service does not take a request as it is; its reports are kept and not tried again soon. */
  | { readonly kind: 'declined' }
  /** The service does not know the product's key. */
  | { readonly kind: 'key-unknown' }
  /** No answer, or one that asks to come again, after some milliseconds where it says so. */
  | { readonly kind: 'failed'; readonly retryAfterMillis: number }
  /** Those who run the service stopped the lane for some milliseconds. */
  | { readonly kind: 'stopped'; readonly retryAfterMillis: number }

/** Everything was answered. */
export const SENT: SendOutcome = { kind: 'sent' }
/** No answer. */
export const FAILED: SendOutcome & { readonly kind: 'failed' } = { kind: 'failed', retryAfterMillis: 0 }
