import { json, type Json } from '../json.js'
import { serials, type Protocol } from '../received.js'

const eventsOf = (body: Json): readonly Json[] => {
  const batch = body.at('batch').list()
  if (batch.length > 0) return batch
  return Array.isArray(body.value) ? body.list() : [body]
}

/** The text of a beacon: `data=` and base64 in a form. */
const plain = (text: string): string =>
  text.startsWith('data=')
    ? Buffer.from(new URLSearchParams(text).get('data') ?? '', 'base64').toString()
    : text

/** PostHog's batches: events with properties. */
export const posthog: Protocol = {
  read: ({ url, text }) => {
    if (!/^\/(e|i\/v0\/e|batch)\/?$/.test(url.pathname)) return []
    const events = eventsOf(json(JSON.parse(plain(text))))
    return [
      ...serials(
        'count',
        events.map((event) => event.at('properties', 'serial').value),
      ),
      ...serials(
        'error',
        events.map((event) => event.at('properties', 'error').value),
      ),
    ]
  },
  answer: () => '{"status":1}',
}
