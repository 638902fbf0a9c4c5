import { json } from '../json.js'
import { serials, type Protocol } from '../received.js'

/** Snowplow's tracker protocol 2: structured events (se_la), self-describing ones in base64 (ue_px) or JSON (ue_pr). */
export const snowplow: Protocol = {
  read: ({ text }) => {
    const events = json(JSON.parse(text)).at('data').list()
    const described = events.flatMap((event) => {
      const packed = event.at('ue_px').value
      const plain = event.at('ue_pr').value
      if (typeof packed === 'string') return [Buffer.from(packed, 'base64url').toString()]
      return typeof plain === 'string' ? [plain] : []
    })
    return [
      ...serials(
        'count',
        events.map((event) => event.at('se_la').value),
      ),
      ...serials(
        'error',
        described.map((event) => json(JSON.parse(event)).at('data', 'data', 'serial').value),
      ),
    ]
  },
}
