import {
  captureException,
  flush,
  getClient,
  init,
  makeBrowserOfflineTransport,
  makeFetchTransport,
  metrics,
} from '@sentry/browser'

import { collectorUrl, nameOf } from '../peer.js'

/** Envelopes: in flight, and kept in IndexedDB while the browser is offline (default 30). */
const LIMIT = 1000

init({
  dsn: `${collectorUrl().replace('://', '://bench@')}/1`,
  transport: (options) =>
    makeBrowserOfflineTransport(makeFetchTransport)({
      ...options,
      bufferSize: LIMIT,
      maxQueueSize: LIMIT,
      flushAtStartup: true,
    }),
})

window.peer = {
  count: (serial) => metrics.count(nameOf(serial), 1, { attributes: { serial } }),
  fail: (serial) => captureException(new Error(`error ${serial}`)),
  goOn: () => metrics.count('click', 1),
  flush: () => flush(),
  optOut: () => {
    const options = getClient()?.getOptions()
    if (options) options.enabled = false
  },
}
