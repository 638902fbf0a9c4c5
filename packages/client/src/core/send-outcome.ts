/** What became of sending what waits in a lane. */
export interface SendOutcome {
  /**
   * sent: everything was answered. too-large: the wish for a request with fewer reports. declined: the service does not take
   * a request as it is; its reports are kept and not tried again soon. key-unknown: the service does not know the product's
   * key. failed: no answer, or one that asks to come again. stopped: those who run the service stopped the lane.
   */
  readonly kind: 'sent' | 'too-large' | 'declined' | 'key-unknown' | 'failed' | 'stopped'
  /** When to come again, where it says so; 0 where not. */
  readonly retryAfterMillis: number
}

/** Everything was answered. */
export const SENT: SendOutcome = { kind: 'sent', retryAfterMillis: 0 }
/** No answer. */
export const FAILED: SendOutcome = { kind: 'failed', retryAfterMillis: 0 }
