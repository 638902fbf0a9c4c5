import { jsonLines } from '../json.js'
import { serials, type Protocol } from '../received.js'

/** Sentry's envelopes: metrics with attributes, and error events. */
export const sentry: Protocol = {
  read: ({ text }) => {
    const parts = jsonLines(text)
    const metrics = parts.flatMap((part) => part.at('items').list())
    const errors = parts.flatMap((part) => part.at('exception', 'values').list())
    return [
      ...serials(
        'count',
        metrics.map((metric) => metric.at('attributes', 'serial', 'value').value),
      ),
      ...serials(
        'error',
        errors.map((error) => String(error.at('value').value).replace('error ', '')),
      ),
    ]
  },
}
