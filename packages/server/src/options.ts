import { join } from 'node:path'
import type { EndpointList, ErrorCode, Practices } from '@candor/practices'
import { skypeTeamsEndpoints } from '@candor/practices/skype-teams/endpoints'
import type { MailOptions } from './alerts/deliver.js'
import { readDisk, type ReadDisk } from './admission/disk.js'
import type { LimitOptions } from './admission/limits.js'
import type { InsightAccess } from './api/authorise.js'
import type { StaticFolder } from './http/static-routes.js'
import type { TlsFiles } from './http/tls.js'
import type { SingleSignOn } from './people/library.js'
import { logFailure } from './operation/log-failure.js'
import { createLog, type Log } from './operation/log.js'

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
  /**
   * Collector processes beside this one, which share the port and the spool; this one keeps the store, the loader and
   * the pages. Default 0: one process does everything. They go by the machine's clock.
   */
  readonly workers?: number
  /** Groups of fewer devices or users are not shown. Default 10, at least 5. */
  readonly groupMinimum?: number
  /** What clients of each cloud send to. Default: the built-in product's list. */
  readonly endpoints?: EndpointList
  /** Built pages that are served beside the API. */
  readonly staticFolders?: readonly StaticFolder[]
  /** How much the service takes, by key, address and product; with workers all of them together. */
  readonly limits?: LimitOptions
  /** Connections at once; one beyond is closed unanswered. Default 10 000. */
  readonly maxConnections?: number
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: () => number
  /** With them the service speaks HTTPS alone; they are followed. Default: plain HTTP. */
  readonly tls?: TlsFiles
  /** proxy: one in front ends TLS, and what comes from this machine may be anybody's. Default none. */
  readonly front?: 'none' | 'proxy'
  /** Whose X-Forwarded-For is believed: addresses, ranges, loopback, private. Default: nobody's. */
  readonly trustedProxies?: readonly string[]
  /** A second address for /metrics, /healthz and /readyz, without a token; the first one then has no /metrics. Default: none. */
  readonly metricsListen?: { readonly host: string; readonly port: number }
  /** How long /readyz answers 503 before a stopping service takes no more connections. Default 0. */
  readonly stopNoticeMillis?: number
  /** How long requests under way may take to end when the service stops, and as long again what waits is moved. Default 20 000. */
  readonly drainMillis?: number
  /** Where the control plane is kept: a postgres:// address, or a file. Default: control-plane.db of the data folder. */
  readonly control?: string
  /** Where people reach the service, such as https://candor.contoso.com. Default: the address it listens on. */
  readonly publicUrl?: string
  /** open: everybody who reaches the service sees its insights. by-role: those whose role allows it. Default by-role. */
  readonly insights?: InsightAccess
  /** OpenID providers that people may sign in at. Default: none. */
  readonly singleSignOn?: readonly SingleSignOn[]
  /** Where the e-mails of alerts are handed over. Default: none can be sent. */
  readonly mail?: MailOptions
  /** Default: the system's answer. */
  readonly readDisk?: ReadDisk
  /** Default: JSON on standard error, from warn upwards. */
  readonly log?: Log
  /** Told of each failure that is Candor's own. Default: it is logged, without its message. */
  readonly onFailure?: (code: ErrorCode, error: unknown) => void
}

/** The smallest group that may ever be shown. */
export const LEAST_GROUP_MINIMUM = 5

const DEFAULT_GROUP_MINIMUM = 10

/** The options with their defaults filled in. */
export type SettledOptions = Required<Omit<ServiceOptions, OptionalPart>> & Pick<ServiceOptions, OptionalPart>

type OptionalPart = 'tls' | 'metricsListen' | 'publicUrl' | 'mail'

const DEFAULT_DRAIN_MILLIS = 20_000
const DEFAULT_MAX_CONNECTIONS = 10_000

const logOnStandardError = (now: () => number): Log =>
  createLog({ level: 'warn', format: 'json', write: (line) => void process.stderr.write(line), now })

const settleLog = ({ now = Date.now, log = logOnStandardError(now), onFailure }: ServiceOptions) => ({
  now,
  log,
  onFailure: onFailure ?? logFailure(log),
})

/** Fills in the defaults. */
export const settleOptions = (options: ServiceOptions): SettledOptions => ({
  host: '127.0.0.1',
  port: 8787,
  workers: 0,
  staticFolders: [],
  endpoints: skypeTeamsEndpoints,
  front: 'none',
  trustedProxies: [],
  limits: {},
  maxConnections: DEFAULT_MAX_CONNECTIONS,
  stopNoticeMillis: 0,
  drainMillis: DEFAULT_DRAIN_MILLIS,
  readDisk,
  insights: 'by-role',
  singleSignOn: [],
  control: join(options.dataFolder, 'control-plane.db'),
  ...options,
  ...settleLog(options),
  groupMinimum: Math.max(LEAST_GROUP_MINIMUM, options.groupMinimum ?? DEFAULT_GROUP_MINIMUM),
})
