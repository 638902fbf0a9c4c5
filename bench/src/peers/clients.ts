import { candor } from './protocols/candor.js'
import { glean } from './protocols/glean.js'
import { oneDs } from './protocols/one-ds.js'
import { openTelemetry } from './protocols/open-telemetry.js'
import { posthog } from './protocols/posthog.js'
import { sentry } from './protocols/sentry.js'
import { snowplow } from './protocols/snowplow.js'
import type { Protocol } from './received.js'

/** A client that is measured; its page is pages/NAME-page.ts. */
export interface Client {
  readonly name: string
  readonly title: string
  /** What of bench/package.json its page loads. */
  readonly packages: readonly string[]
  readonly protocol: Protocol
  /** Counts a second where they are paced: 2 000; 500 where its calls would fill the thread, 200 where that crashes the page. */
  readonly perSecond: number
  /** How often the paced run is repeated; where its cost is in seconds, once is enough. */
  readonly rounds: number
  /** Calls in one synchronous loop: 10 000, or 1 000 where these take seconds or crash the page. */
  readonly burst: number
}

const FAST = { perSecond: 2000, burst: 10_000, rounds: 3 } as const
const SLOW = { perSecond: 500, burst: 1000, rounds: 1 } as const
const SLOWEST = { ...SLOW, perSecond: 200 } as const

/** The page without a client, which is subtracted from the others. */
export const IDLE: Client = {
  name: 'idle',
  title: 'no client',
  packages: [],
  protocol: { read: () => [] },
  ...FAST,
}

/** All that are compared, Candor first. */
export const CLIENTS: readonly Client[] = [
  { name: 'candor', title: 'Candor', packages: ['@candor/client'], protocol: candor, ...FAST },
  { name: 'glean', title: 'Glean', packages: ['@mozilla/glean'], protocol: glean, ...SLOW },
  {
    name: 'one-ds',
    title: '1DS',
    packages: ['@microsoft/1ds-core-js', '@microsoft/1ds-post-js'],
    protocol: oneDs,
    ...FAST,
  },
  {
    name: 'snowplow',
    title: 'Snowplow',
    packages: ['@snowplow/browser-tracker'],
    protocol: snowplow,
    ...SLOWEST,
  },
  { name: 'posthog', title: 'posthog-js', packages: ['posthog-js'], protocol: posthog, ...SLOW },
  {
    name: 'open-telemetry',
    title: 'OpenTelemetry logs',
    packages: ['@opentelemetry/sdk-logs', '@opentelemetry/exporter-logs-otlp-http'],
    protocol: openTelemetry,
    ...FAST,
  },
  { name: 'sentry', title: 'Sentry', packages: ['@sentry/browser'], protocol: sentry, ...FAST },
]
