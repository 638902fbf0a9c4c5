import type { DevicePractices } from '@candor/practices'

import type { CandorOptions } from './candor.js'
import { createConsents, type Consents } from './consent.js'
import type { Count } from './diagnostics.js'
import { createGate, type Gate } from './gate.js'
import { createIdentity, type Identity } from './identity.js'
import type { Platform } from './platform.js'
import { createPolicies, type Policies } from './policies.js'
import { createSentLog, type SentLog } from './sent-log.js'
import { createTransport, type Transport } from './transport.js'
import { createWhereabouts, type Whereabouts } from './whereabouts.js'

/** What the lanes of one client share. */
export interface Services {
  readonly practices: DevicePractices
  readonly platform: Platform
  readonly count: Count
  readonly identity: Identity
  readonly consents: Consents
  readonly policies: Policies
  readonly gate: Gate
  readonly whereabouts: Whereabouts
  readonly transport: Transport
  readonly log: SentLog
}

/** Makes what the lanes share. `onPolicy` is called when a policy changed. */
export const createServices = <P extends DevicePractices>(
  options: CandorOptions<P>,
  platform: Platform,
  count: Count,
  onPolicy: () => void,
): Services => {
  const { practices, device = {} } = options
  const transport = createTransport(options.endpoint, { key: options.key, platform }, count)
  const identity = createIdentity(practices.censusSalt, platform, count)
  const consents = createConsents(practices, platform, count)
  const policies = createPolicies({ options, platform, transport, identity, count, onChange: onPolicy })
  const gate = createGate({ practices, device, policies, consents })
  const whereabouts = createWhereabouts(options, platform, count)
  return {
    practices,
    platform,
    count,
    identity,
    consents,
    policies,
    gate,
    whereabouts,
    transport,
    log: createSentLog(),
  }
}
