import { posthog } from 'posthog-js'

import { collectorUrl, nameOf } from '../peer.js'

const PER_SECOND = 100_000

posthog.init('phc_bench', {
  api_host: collectorUrl(),
  autocapture: false,
  capture_pageview: false,
  capture_pageleave: false,
  capture_performance: false,
  disable_session_recording: true,
  disable_surveys: true,
  advanced_disable_flags: true,
  disable_external_dependency_loading: true,
  opt_out_useragent_filter: true,
  rate_limiting: { events_per_second: PER_SECOND, events_burst_limit: PER_SECOND },
  request_queue_config: { flush_interval_ms: 1000 },
})

window.peer = {
  count: (serial) => posthog.capture(nameOf(serial), { serial, amount: 1 }),
  fail: (serial) => posthog.capture('error', { error: serial }),
  goOn: () => void posthog.capture('click'),
  // It has no call for this; its queue goes every second.
  flush: () => undefined,
  optOut: () => posthog.opt_out_capturing(),
}
