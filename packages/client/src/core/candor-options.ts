import type { DataCategory, DevicePractices } from '@candor/practices'

import type { AppDescription, Collect } from './collect.js'
import type { DeviceSettings } from './device-settings.js'
import type { Inspect } from './inspection.js'

/** What an app gives to create its Candor, on every platform. */
export interface CandorOptions<P extends DevicePractices> {
  readonly practices: P
  /** The product's ingest key. */
  readonly key: string
  /** The service's base URL, such as https://telemetry.contoso.com. Empty: nothing is sent and no socket is opened. */
  readonly endpoint: string
  readonly client: P['clients'][number]
  /** Windows, macOS, Linux, iOS, Android or another name. Default: what the platform says. */
  readonly os?: string
  /** The registered name of the organisation; it travels with usage and errors, never with census. */
  readonly org?: string
  /** What the device itself holds. `setDevice` tells of another. */
  readonly device?: DeviceSettings
  /**
   * The public key that the service signs policies with (Ed25519, base64url), from its /v1/policy-key. With it, a policy
   * whose signature is missing or wrong is refused and the strictest counts. Default: signatures are not looked at.
   */
  readonly policyKey?: string
  /** How often each lane makes a report, in milliseconds. Default: a day for census, an hour for usage, 5 seconds for errors. */
  readonly intervalMillis?: { readonly [C in DataCategory]?: number }
  /** How often the policy is asked for, in milliseconds. Default 15 minutes. */
  readonly policyMillis?: number
  /** Bytes in UTF-8 of a lane's growing and waiting reports; the oldest are dropped. Default 1 000 000. */
  readonly maxLaneBytes?: number
  /** What the app says of itself, for what collects. */
  readonly app?: AppDescription
  /** Collects what the practices call automatic; begun once what is kept was read. Default: nothing does. */
  readonly collect?: Collect
  /**
   * Keeps what was sent and dropped, for the person who uses the app: `inspection()` of `@candor/client/inspection`.
   * Default: nothing is kept, and `waiting()`, `sent()`, `dropped()` and `reportIds()` answer with empty lists.
   */
  readonly inspect?: Inspect
}
