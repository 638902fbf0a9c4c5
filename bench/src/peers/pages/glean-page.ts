import CounterMetricType from '@mozilla/glean/private/metrics/counter'
import EventMetricType from '@mozilla/glean/private/metrics/event'
import PingType from '@mozilla/glean/private/ping'
import Glean from '@mozilla/glean/web'

import { collectorUrl, nameOf } from '../peer.js'

const SUBMIT_MILLIS = 2000

// It insists on https: what it sends is led to the collector, which has no certificate.
const plain = (url: string | URL): string => String(url).replace('https:', 'http:')
const beacon = navigator.sendBeacon.bind(navigator)
navigator.sendBeacon = (url, body) => beacon(plain(url), body)
const ask = window.fetch.bind(window)
window.fetch = (url, init) => ask(url instanceof Request ? url : plain(url), init)

Glean.initialize('candor-bench', true, {
  serverEndpoint: collectorUrl().replace('http:', 'https:'),
  maxEvents: 500,
})

const common = { category: 'bench', sendInPings: ['use'], lifetime: 'ping', disabled: false }
const counters = Object.fromEntries(
  [0, 1, 2, 3, 4].map((serial) => [
    nameOf(serial),
    new CounterMetricType({ ...common, name: nameOf(serial) }),
  ]),
)
const errors = new EventMetricType<{ serial: string }>({ ...common, name: 'error' }, ['serial'])
const others = new CounterMetricType({ ...common, category: 'other', name: 'clicks' })
const ping = new PingType({ name: 'use', includeClientId: true, sendIfEmpty: false, reasonCodes: [] })
setInterval(() => ping.submit(), SUBMIT_MILLIS)

window.peer = {
  count: (serial) => counters[nameOf(serial)]?.add(1),
  fail: (serial) => errors.record({ serial: String(serial) }),
  goOn: () => others.add(1),
  flush: () => ping.submit(),
  optOut: () => Glean.setUploadEnabled(false),
}
