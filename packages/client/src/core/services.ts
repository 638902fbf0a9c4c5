import type { DevicePractices } from '@candor/practices'

import type { CandorOptions } from './candor-options.js'
import { createConsents, type Consents } from './consent.js'
import { createDevice, type Device } from './device.js'
import type { Count } from './diagnostics.js'
import { createGate, type Gate } from './gate.js'
import { createIdentity, type Identity } from './identity.js'
import { createInspectionLog, type InspectionLog } from './inspection-log.js'
import type { Platform } from './platform.js'
import { createPolicies, type Policies } from './policies.js'
import { createTransport, type Transport } from './transport.js'
import { createWhereabouts, type Whereabouts } from './whereabouts.js'

/** What the lanes of one client share. */
export interface Services {
  readonly practices: DevicePractices
  readonly platform: Platform
  /** What the device keeps: `shared` with all instances, and this one's `own`. */
  readonly storage: Device
  readonly count: Count
  readonly identity: Identity
  readonly consents: Consents
  readonly policies: Policies
  readonly gate: Gate
  readonly whereabouts: Whereabouts
  readonly transport: Transport
  readonly log: InspectionLog
}

/** Makes what the lanes share. `onPolicy` is called when a policy changed. */
export const createServices = <P extends DevicePractices>(
  options: CandorOptions<P>,
  platform: Platform,
  count: Count,
  onPolicy: () => void,
): Services => {
  const { practices, device = {} } = options
  const storage = createDevice()
  const transport = createTransport(options.endpoint, { key: options.key, platform }, count)
  const identity = createIdentity(practices.censusSalt, storage, platform, count)
  const consents = createConsents(practices, storage, platform, count)
  const policies = createPolicies({ options, platform, storage, transport, count, onChange: onPolicy })
  const gate = createGate({ practices, device, policies, consents })
  const whereabouts = createWhereabouts(options, platform, count)
  return {
    practices,
    platform,
    storage,
    count,
    identity,
    consents,
    policies,
    gate,
    whereabouts,
    transport,
    log: createInspectionLog(storage, platform),
  }
}
