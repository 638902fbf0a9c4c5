import { skypeTeams } from '@candor/practices/skype-teams'
import type { ServiceOptions, StaticFolder } from '@candor/server'
import { webFolder } from '@candor/web'
import type { Configuration } from '../configuration/table.js'

const SECOND_MILLIS = 1000

const WEB: StaticFolder = { path: '/', folder: webFolder, pages: ['/insights', '/conservation'] }

const tlsOf = ({ tlsCert, tlsKey }: Configuration): Pick<ServiceOptions, 'tls'> =>
  tlsCert === undefined || tlsKey === undefined ? {} : { tls: { certPath: tlsCert, keyPath: tlsKey } }

const limitsOf = (values: Configuration): NonNullable<ServiceOptions['limits']> => ({
  keyRequestsPerSecond: values.keyRequestsPerSecond,
  keyReportsPerSecond: values.keyReportsPerSecond,
  addressRequestsPerSecond: values.addressRequestsPerSecond,
  productReportsPerDay: values.productReportsPerDay,
  rememberedAddresses: values.rememberedAddresses,
  maxEnvelopeBytes: values.maxEnvelopeBytes,
  maxBytesUnderWay: values.maxBytesUnderWay,
})

/** The options of a service of the built-in product, as the configuration says. */
export const serviceOptions = (values: Configuration, keys: readonly string[]): ServiceOptions => ({
  host: values.host,
  port: values.port,
  dataFolder: values.dataFolder,
  groupMinimum: values.groupMinimum,
  front: values.behindProxy ? 'proxy' : 'none',
  trustedProxies: values.trustedProxies,
  stopNoticeMillis: values.stopNoticeSeconds * SECOND_MILLIS,
  drainMillis: values.drainSeconds * SECOND_MILLIS,
  workers: values.workers,
  limits: limitsOf(values),
  maxConnections: values.maxConnections,
  ...tlsOf(values),
  ...(values.metricsListen !== undefined && { metricsListen: values.metricsListen }),
  products: [{ practices: skypeTeams, keys }],
  staticFolders: [WEB],
})
