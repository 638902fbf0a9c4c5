import type { EndpointList, Practices } from '@candor/practices'
import { skypeTeamsEndpoints } from '@candor/practices/skype-teams/endpoints'
import type { StaticFolder } from './http/static-routes.js'

/** A product that the service takes reports for. */
export interface ServedProduct {
  readonly practices: Practices
  /** Ingest keys that are allowed from the start, beside those that the control plane holds. */
  readonly keys?: readonly string[]
}

/** What a service is started with. */
export interface ServiceOptions {
  /** Holds everything that is kept: keyring, control plane, spool and store. Made (mode 0700) where it is missing. */
  readonly dataFolder: string
  readonly products: readonly ServedProduct[]
  /** Default 127.0.0.1: reachable from this machine alone. */
  readonly host?: string
  /** Default 8787; 0 takes a free one. */
  readonly port?: number
  /** Groups of fewer devices or users are not shown. Default 10, at least 5. */
  readonly groupMinimum?: number
  /** What clients of each cloud send to. Default: the built-in product's list. */
  readonly endpoints?: EndpointList
  /** Built pages that are served beside the API. */
  readonly staticFolders?: readonly StaticFolder[]
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: () => number
  /** Told of each failure that is Candor's own. Default: one line on standard error. */
  readonly onFailure?: (code: string, error: unknown) => void
}

/** The smallest group that may ever be shown. */
export const LEAST_GROUP_MINIMUM = 5

const DEFAULT_GROUP_MINIMUM = 10

/** The options with their defaults filled in. */
export type SettledOptions = Required<ServiceOptions>

/** Fills in the defaults. */
export const settleOptions = (options: ServiceOptions): SettledOptions => ({
  host: '127.0.0.1',
  port: 8787,
  staticFolders: [],
  endpoints: skypeTeamsEndpoints,
  now: Date.now,
  onFailure: (code, error) =>
    process.stderr.write(`${code}: ${error instanceof Error ? error.name : 'failure'}\n`),
  ...options,
  groupMinimum: Math.max(LEAST_GROUP_MINIMUM, options.groupMinimum ?? DEFAULT_GROUP_MINIMUM),
})
