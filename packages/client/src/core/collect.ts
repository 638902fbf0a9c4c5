import type { DevicePractices } from '@candor/practices'

import type { Candor } from './candor.js'
import type { Device } from './device.js'
import { guard } from './guard.js'
import type { Count } from './diagnostics.js'
import type { Platform } from './platform.js'

/** What the app says of itself. */
export interface AppDescription {
  /** As users know it, such as Contoso Desk. */
  readonly name: string
  readonly version?: string
}

/** What automatic collection keeps on the device, besides what it records. */
export interface CollectPlace {
  readonly storage: Device
  readonly platform: Platform
  readonly count: Count
  /** The local key of who is signed in. */
  readonly userKey: () => string | undefined
  /** Keeps what was recorded, together with what this turn changes on the device. */
  readonly save: () => void
}

/** What automatic collection works with. */
export interface CollectParts<P extends DevicePractices = DevicePractices> {
  readonly candor: Candor<P>
  readonly app: AppDescription | undefined
  readonly place: CollectPlace
}

/** Begins to collect what the practices call automatic. Returns the way to stop. It is called once what is kept was read. */
export type Collect = (parts: CollectParts) => () => void

/** Begins to collect. What it throws is counted, also when it is stopped. Returns the way to stop. */
export const startCollecting = (collect: Collect, parts: CollectParts, count: Count): (() => void) => {
  const attempt = <T>(run: () => T | undefined): T | undefined =>
    guard(count, run, undefined, 'collect-failed')()
  const stop = attempt(() => collect(parts))
  return () => attempt(() => stop?.())
}
