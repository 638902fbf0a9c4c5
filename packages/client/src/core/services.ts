import type { DevicePractices } from '@candor/practices'

import type { CandorOptions } from './candor-options.js'
import { createConsents, type Consents } from './consent.js'
import { createDevice, type Device } from './device.js'
import type { Count } from './diagnostics.js'
import { createGate, type Gate } from './gate.js'
import { createIdentity, type Identity } from './identity.js'
import type { Inspection } from './inspection.js'
import { intervalsOf } from './intervals.js'
import type { Platform } from './platform.js'
import { createPolicies, type Policies } from './policies.js'
import { createServiceClock, type OnWrongClock } from './service-clock.js'
import { createTransport, type Transport } from './transport.js'
import { createTurns, type Turns } from './turns.js'
import { createWhereabouts, type Whereabouts } from './whereabouts.js'

/** What the lanes of one client share. */
export interface Services {
  readonly practices: DevicePractices
  /** The product's ingest key. */
  readonly key: string
  readonly platform: Platform
  /** What the device keeps, for all instances. */
  readonly storage: Device
  readonly count: Count
  readonly identity: Identity
  readonly consents: Consents
  readonly policies: Policies
  readonly gate: Gate
  readonly whereabouts: Whereabouts
  readonly transport: Transport
  readonly turns: Turns
  /** Undefined where the app inspects nothing. */
  readonly log: Inspection | undefined
}

/** What is told to those who made the services. */
export interface ServicesListener {
  /** A policy changed. */
  readonly onPolicy: () => void
  readonly onWrongClock: OnWrongClock
}

/** Makes what the lanes share. Its platform's clock is put right by the service's. */
export const createServices = <P extends DevicePractices>(
  options: CandorOptions<P>,
  given: Platform,
  count: Count,
  { onPolicy, onWrongClock }: ServicesListener,
): Services => {
  const { practices, key, endpoint, device = {} } = options
  const storage = createDevice()
  const clock = createServiceClock(given, storage, count, onWrongClock)
  const platform = { ...given, now: clock.now }
  const transport = createTransport(endpoint, { key, platform, clock }, count)
  const identity = createIdentity(practices.censusSalt, storage, platform, count)
  const consents = createConsents(practices, storage, platform, count)
  const policies = createPolicies({ options, platform, storage, transport, count, onChange: onPolicy })
  const gate = createGate({ practices, device, policies, consents })
  const whereabouts = createWhereabouts(options, platform, count)
  const services = {
    practices,
    key,
    platform,
    storage,
    count,
    identity,
    consents,
    policies,
    gate,
    whereabouts,
    transport,
    turns: createTurns(platform.now, storage, intervalsOf(options.intervalMillis)),
  }
  return { ...services, log: options.inspect?.(services) }
}
