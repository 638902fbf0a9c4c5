import { AppInsightsCore, type IExtendedConfiguration } from '@microsoft/1ds-core-js'
import { PostChannel, type IChannelConfiguration } from '@microsoft/1ds-post-js'

import { collectorUrl, nameOf } from '../peer.js'

/** 3 is to enable: their constants cannot be read by a build of single files. */
const featureOptIn: unknown = { zipPayload: { mode: 3 } }

const core = new AppInsightsCore()
const channel = new PostChannel()
const channelConfig: IChannelConfiguration = {
  overrideEndpointUrl: `${collectorUrl()}/OneCollector/1.0/`,
  eventsLimitInMem: 100_000,
  maxEventRetryAttempts: 20,
}
const config: IExtendedConfiguration = {
  instrumentationKey: '0123456789abcdef0123456789abcdef-01234567-89ab-cdef-0123-456789abcdef-0123',
  extensions: [channel],
  extensionConfig: { [channel.identifier]: channelConfig },
  featureOptIn: featureOptIn as NonNullable<IExtendedConfiguration['featureOptIn']>,
}
core.initialize(config, [])

window.peer = {
  count: (serial) => core.track({ name: nameOf(serial), data: { serial, amount: 1 } }),
  fail: (serial) => core.track({ name: 'error', data: { error: serial } }),
  goOn: () => core.track({ name: 'click' }),
  flush: () => channel.flush(true, () => undefined),
  optOut: () => {
    const inForce = core.config.extensionConfig?.[channel.identifier] as IChannelConfiguration
    inForce.disableTelemetry = true
  },
}
