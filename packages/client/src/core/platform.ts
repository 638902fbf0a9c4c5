import type { FirstHash } from '@candor/practices'

import type { DeviceStorage } from './storage.js'

/** What a platform tells of the network; online also where it tells nothing. metered: bytes cost something. */
export type NetworkState = 'online' | 'offline' | 'metered'

/** What the client needs of the place it runs in. Everything else of it is the same everywhere. */
export interface Platform {
  /** Windows, macOS, Linux, iOS, Android or another name. */
  readonly os: string
  /** Opens what the device keeps for the product: at once, or soon. */
  readonly openStorage: () => DeviceStorage | Promise<DeviceStorage>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** machine: it may be wrong, and is put right by the service's; given: another one, such as a simulation's, which holds. */
  readonly clock: 'machine' | 'given'
  /** A number from 0 to below 1, for jitter alone. */
  readonly random: () => number
  /** A UUID in lower case from a cryptographic source. */
  readonly randomUuid: () => string
  /** One HTTP request, as fetch makes it. */
  readonly request: (url: string, init: RequestInit) => Promise<Response>
  /** The UTF-8 bytes of a text as gzip; undefined where the platform has none. */
  readonly gzip: (text: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  readonly network: () => NetworkState
  /** Runs something when the device is online again. Returns the way to stop that. */
  readonly onOnline: (run: () => void) => () => void
  /** Bytes that requests may hold which outlive the app when it is hidden or ends; 0 where none does. */
  readonly maxExitBytes: number
  /** Runs something once after some milliseconds. Returns the way to stop that. */
  readonly setTimer: (run: () => void, delayMillis: number) => () => void
  /** The first hash of an already normalised user id; slow on purpose and never on the caller's thread. */
  readonly firstHash: (userId: string, salt: string) => Promise<FirstHash>
  /** A fast keyed hash (letters and digits) that names per-user things in the storage without their id. */
  readonly localHash: (text: string, salt: string) => string
  /** Whether an Ed25519 signature of a text's UTF-8 bytes is of a public key, both as base64url; rejects where that cannot be told. */
  readonly verify: (text: string, signature: string, publicKey: string) => Promise<boolean>
  /** Runs something when the app is about to be hidden or to end. Returns the way to stop that. */
  readonly onHide: (run: () => void) => () => void
}
