import type { Feature } from '../../product/features.js'
import type { Pool } from '../../world/pools.js'
import type { FailureName } from '../failures.js'

/** One thing that a person does, or that happens to them. */
export type Activity =
  | { readonly kind: 'sign-in'; readonly outcome: 'signed-in' | 'refused' }
  | { readonly kind: 'messages'; readonly sent: number; readonly received: number }
  | { readonly kind: 'call'; readonly minutes: number }
  | { readonly kind: 'meeting'; readonly outcome: 'joined'; readonly minutes: number }
  | { readonly kind: 'meeting'; readonly outcome: 'full' }
  | { readonly kind: 'feature'; readonly feature: Feature }
  | { readonly kind: 'federated-call'; readonly partner: string; readonly minutes: number }
  | {
      readonly kind: 'guest-meeting'
      readonly pool: Pool
      readonly outcome: 'joined' | 'full'
      readonly minutes: number
      readonly sent: number
      readonly received: number
      readonly features: readonly Feature[]
      readonly failures: readonly FailureName[]
    }
  | { readonly kind: 'failure'; readonly failure: FailureName }
  | { readonly kind: 'crash' }

/** An activity with its time. */
export interface TimedActivity {
  /** Milliseconds since 1970. */
  readonly atMillis: number
  readonly activity: Activity
}
