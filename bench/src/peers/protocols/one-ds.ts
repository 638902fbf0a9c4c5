import { jsonLines } from '../json.js'
import { serials, type Protocol } from '../received.js'

/** 1DS: Common Schema 4.0, a JSON object a line. */
export const oneDs: Protocol = {
  read: ({ text }) => {
    const events = jsonLines(text)
    return [
      ...serials(
        'count',
        events.map((event) => event.at('data', 'serial').value),
      ),
      ...serials(
        'error',
        events.map((event) => event.at('data', 'error').value),
      ),
    ]
  },
  answer: ({ text }) => JSON.stringify({ acc: jsonLines(text).length }),
}
