import { entry, type Entry } from './entry.js'
import {
  listenAddresses,
  oneOf,
  paths,
  places,
  proxies,
  texts,
  truths,
  urls,
  wholeNumbers,
  type Kind,
} from './kinds.js'
import { LIMIT_ENTRIES } from './limit-entries.js'

const MOST_PORT = 65_535
const MOST_GROUP = 1000
const HOUR_SECONDS = 3600
const MOST_WORKERS = 64
const MOST_INSTALLATIONS = 100_000

/** Every key there is. The parser, the help, `candor config show` and docs/configuration.md follow it. */
export const CONFIGURATION = {
  host: entry({
    environment: 'CANDOR_HOST',
    flag: 'host',
    kind: texts('a host name or an address'),
    initial: '127.0.0.1',
    text: 'where the service listens; the default is reached from this machine alone',
  }),
  port: entry({
    environment: 'PORT',
    flag: 'port',
    kind: wholeNumbers(0, MOST_PORT),
    initial: 8787,
    text: 'the port it listens on; 0 takes a free one',
  }),
  dataFolder: entry({
    environment: 'CANDOR_DATA',
    flag: 'data',
    kind: paths,
    initial: './data',
    text: 'holds everything that is kept; made with mode 0700 where it is missing',
  }),
  control: entry({
    environment: 'CANDOR_CONTROL',
    flag: 'control',
    kind: places,
    initial: undefined,
    display: 'hidden',
    text: 'where settings, keys, accounts and the audit log are kept: a `postgres://` address, or a file; without it `control-plane.db` of the data folder',
  }),
  publicUrl: entry({
    environment: 'CANDOR_PUBLIC_URL',
    flag: 'public-url',
    kind: urls,
    initial: undefined,
    text: 'where people reach the service, such as `https://candor.contoso.com`; needed behind a proxy, for links and sign-ins',
  }),
  smtpUrl: entry({
    environment: 'CANDOR_SMTP_URL',
    flag: undefined,
    kind: texts('an smtp:// or smtps:// address'),
    initial: undefined,
    display: 'hidden',
    text: 'the mail server that takes the e-mails of alerts, such as `smtps://user:password@mail.contoso.com`',
  }),
  mailFrom: entry({
    environment: 'CANDOR_MAIL_FROM',
    flag: 'mail-from',
    kind: texts('an address'),
    initial: undefined,
    text: 'the address that e-mails of alerts come from; needed with `CANDOR_SMTP_URL`',
  }),
  singleSignOnId: entry({
    environment: 'CANDOR_OIDC_ID',
    flag: undefined,
    kind: texts('lower-case letters, digits and hyphens'),
    initial: undefined,
    text: 'the name of an OpenID provider to sign in at; it sends back to `/api/auth/callback/<name>`',
  }),
  singleSignOnUrl: entry({
    environment: 'CANDOR_OIDC_DISCOVERY',
    flag: undefined,
    kind: urls,
    initial: undefined,
    text: "the address of the provider's discovery document (`/.well-known/openid-configuration`)",
  }),
  singleSignOnClient: entry({
    environment: 'CANDOR_OIDC_CLIENT_ID',
    flag: undefined,
    kind: texts('a text'),
    initial: undefined,
    text: 'the client id that the provider gave the service',
  }),
  singleSignOnSecret: entry({
    environment: 'CANDOR_OIDC_CLIENT_SECRET',
    flag: undefined,
    kind: texts('a text'),
    initial: undefined,
    display: 'hidden',
    text: 'the client secret that the provider gave the service',
  }),
  key: entry({
    environment: 'CANDOR_KEY',
    flag: undefined,
    kind: texts('a text'),
    initial: undefined,
    display: 'hidden',
    text: 'the ingest key of the built-in product for `candor serve`; without it a new one is made and shown once',
  }),
  groupMinimum: entry({
    environment: 'CANDOR_GROUP_MINIMUM',
    flag: 'group-minimum',
    kind: wholeNumbers(5, MOST_GROUP),
    initial: 10,
    text: 'insights leave out groups of fewer devices or users (`candor demo` always uses 5)',
  }),
  tlsCert: entry({
    environment: 'CANDOR_TLS_CERT',
    flag: 'tls-cert',
    kind: paths,
    initial: undefined,
    text: 'the certificate and its chain, as PEM; with it the service speaks HTTPS alone, TLS 1.2 or newer',
  }),
  tlsKey: entry({
    environment: 'CANDOR_TLS_KEY',
    flag: 'tls-key',
    kind: paths,
    initial: undefined,
    text: 'the private key of the certificate, as PEM; nobody but its owner may read it',
  }),
  behindProxy: entry({
    environment: 'CANDOR_BEHIND_PROXY',
    flag: 'behind-proxy',
    kind: truths,
    initial: false,
    text: 'a proxy in front ends TLS: no warning about plain HTTP, and `/metrics` asks for the token of everybody',
  }),
  trustedProxies: entry({
    environment: 'CANDOR_TRUSTED_PROXIES',
    flag: 'trusted-proxies',
    kind: proxies,
    initial: [],
    text: 'whose `X-Forwarded-For` is believed, for limits by address; without it nobody is',
  }),
  metricsListen: entry({
    environment: 'CANDOR_METRICS_LISTEN',
    flag: 'metrics-listen',
    kind: listenAddresses,
    initial: undefined,
    text: 'a second address for `/metrics`, `/healthz` and `/readyz`, which asks for no token; the first one then has no `/metrics`',
  }),
  logLevel: entry({
    environment: 'CANDOR_LOG_LEVEL',
    flag: 'log-level',
    kind: oneOf('error', 'warn', 'info', 'debug'),
    initial: 'info',
    text: 'the least level that is logged; debug has a line a request, but for reports',
  }),
  logFormat: entry({
    environment: 'CANDOR_LOG_FORMAT',
    flag: 'log-format',
    kind: oneOf('auto', 'json', 'text'),
    initial: 'auto',
    text: 'the form of the log on standard error; auto is text on a terminal, else JSON',
  }),
  stopNoticeSeconds: entry({
    environment: 'CANDOR_STOP_NOTICE_SECONDS',
    flag: 'stop-notice-seconds',
    kind: wholeNumbers(0, HOUR_SECONDS),
    initial: 0,
    text: 'after a signal to stop, `/readyz` answers 503 so long before the service takes no more connections',
  }),
  drainSeconds: entry({
    environment: 'CANDOR_DRAIN_SECONDS',
    flag: 'drain-seconds',
    kind: wholeNumbers(1, HOUR_SECONDS),
    initial: 20,
    text: 'so long requests under way may take to end when the service stops, and as long again what waits is moved to the store',
  }),
  workers: entry({
    environment: 'CANDOR_WORKERS',
    flag: 'workers',
    kind: wholeNumbers(0, MOST_WORKERS),
    initial: 0,
    text: 'collector processes beside the main one, which share the port and take the reports; 0: one process does everything',
  }),
  ...LIMIT_ENTRIES,
  demoKey: entry({
    environment: 'CANDOR_DEMO_KEY',
    flag: undefined,
    kind: texts('a text'),
    initial: 'demo',
    display: 'hidden',
    audience: 'demo',
    text: 'the ingest key of the built-in product for `candor demo` and `npm start`',
  }),
  fleet: entry({
    environment: 'CANDOR_FLEET',
    flag: 'fleet',
    kind: wholeNumbers(0, MOST_INSTALLATIONS),
    initial: 25,
    audience: 'demo',
    text: 'simulated devices of `candor demo` and `npm start`; 0 for none',
  }),
} as const

/** The name of a key. */
export type Key = keyof typeof CONFIGURATION

type ValueOf<E> = E extends { readonly kind: Kind<infer T>; readonly initial: infer I }
  ? undefined extends I
    ? T | undefined
    : T
  : never

/** The value of every key. */
export type Configuration = { readonly [K in Key]: ValueOf<(typeof CONFIGURATION)[K]> }

/** The entries, without the types of their values, in the order of the table. */
export const ENTRIES: readonly (readonly [Key, Entry<unknown>])[] = Object.entries(CONFIGURATION) as never

/** Names the file of the configuration; it cannot be named in the file itself. */
export const FILE_POINTER = { environment: 'CANDOR_CONFIG', flag: 'config' } as const
