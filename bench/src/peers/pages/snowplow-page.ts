import {
  flushBuffer,
  newTracker,
  setOptOutCookie,
  trackSelfDescribingEvent,
  trackStructEvent,
} from '@snowplow/browser-tracker'

import { collectorUrl, nameOf } from '../peer.js'

const OPT_OUT = 'no-snowplow'

newTracker('bench', collectorUrl(), {
  appId: 'bench',
  eventMethod: 'post',
  maxLocalStorageQueueSize: 100_000,
  maxPostBytes: 65_000,
})
setOptOutCookie(OPT_OUT)

window.peer = {
  count: (serial) =>
    trackStructEvent({ category: 'bench', action: nameOf(serial), label: String(serial), value: 1 }),
  fail: (serial) =>
    trackSelfDescribingEvent({
      event: { schema: 'iglu:com.contoso/error/jsonschema/1-0-0', data: { serial } },
    }),
  goOn: () => trackStructEvent({ category: 'bench', action: 'click' }),
  flush: () => flushBuffer(),
  optOut: async () => {
    await cookieStore.set(OPT_OUT, '1')
  },
}
