import { json } from '../json.js'
import { serials, type Protocol } from '../received.js'

/** Glean's pings: sums of counters, events with extras; the id of a ping is the end of its path. */
export const glean: Protocol = {
  read: ({ url, text }) => {
    const ping = json(JSON.parse(text))
    const id = url.pathname.split('/').at(-1) ?? ''
    return [
      ...ping
        .at('metrics', 'counter')
        .entries()
        .flatMap(([name, amount]) =>
          name.startsWith('bench.')
            ? [{ kind: 'sum' as const, id: `${id} ${name}`, amount: Number(amount) }]
            : [],
        ),
      ...serials(
        'error',
        ping
          .at('events')
          .list()
          .map((event) => event.at('extra', 'serial').value),
      ),
    ]
  },
}
