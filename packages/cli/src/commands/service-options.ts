import { CandorError } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import type { ServiceOptions, StaticFolder } from '@candor/server'
import { webFolder } from '@candor/web'
import type { Configuration } from '../configuration/table.js'

const SECOND_MILLIS = 1000

const WEB: StaticFolder = {
  path: '/',
  folder: webFolder,
  pages: ['/insights', '/insights/*', '/conservation', '/admin', '/admin/*'],
}

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

/** The OpenID provider that is configured: all four keys, or none. Throws CANDOR_CONFIGURATION_INVALID. */
const singleSignOnOf = (values: Configuration): NonNullable<ServiceOptions['singleSignOn']> => {
  const { singleSignOnId: id, singleSignOnUrl: discoveryUrl } = values
  const { singleSignOnClient: clientId, singleSignOnSecret: clientSecret } = values
  const given = [id, discoveryUrl, clientId, clientSecret].filter((value) => value !== undefined)
  if (given.length === 0) return []
  if (id === undefined || discoveryUrl === undefined || clientId === undefined || clientSecret === undefined)
    throw new CandorError('CANDOR_CONFIGURATION_INVALID', {
      key: 'singleSignOn',
      expected: 'all four of its keys',
    })
  if (!/^[a-z\d-]{1,64}$/.test(id))
    throw new CandorError('CANDOR_CONFIGURATION_INVALID', {
      key: 'singleSignOnId',
      expected: 'letters, digits, hyphens',
    })
  return [{ id, label: id, discoveryUrl, clientId, clientSecret }]
}

/** The mail server that is configured, with the sender: both keys, or none. Throws CANDOR_CONFIGURATION_INVALID. */
const mailOf = ({ smtpUrl, mailFrom }: Configuration): Pick<ServiceOptions, 'mail'> => {
  if (smtpUrl === undefined && mailFrom === undefined) return {}
  if (smtpUrl === undefined || mailFrom === undefined)
    throw new CandorError('CANDOR_CONFIGURATION_INVALID', {
      key: smtpUrl === undefined ? 'smtpUrl' : 'mailFrom',
      expected: 'both smtpUrl and mailFrom',
    })
  if (!/^smtps?:\/\//.test(smtpUrl))
    throw new CandorError('CANDOR_CONFIGURATION_INVALID', {
      key: 'smtpUrl',
      expected: 'an smtp:// or smtps:// address',
    })
  return { mail: { smtpUrl, from: mailFrom } }
}

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
  ...(values.control !== undefined && { control: values.control }),
  ...(values.publicUrl !== undefined && { publicUrl: values.publicUrl }),
  singleSignOn: singleSignOnOf(values),
  ...mailOf(values),
  products: [{ practices: skypeTeams, keys }],
  staticFolders: [WEB],
})
