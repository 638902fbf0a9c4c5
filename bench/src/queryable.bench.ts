import { randomUUID } from 'node:crypto'
import { ID_PLACE, usageBody } from './bodies.js'
import { countMessages, makeVisible } from './count-messages.js'
import { startServer } from './server-process.js'

const SAMPLES = 10
const POLL_MILLIS = 20

const server = await startServer('candor')
const idle = server.residentMegabytes()
await makeVisible(server.url)

const sample = async (): Promise<number> => {
  const before = await countMessages(server.url)
  const start = performance.now()
  await fetch(`${server.url}/v1/usage?key=bench`, {
    method: 'POST',
    body: usageBody(1).replace(ID_PLACE, randomUUID()),
  })
  while ((await countMessages(server.url)) === before)
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS))
  return performance.now() - start
}

const times: number[] = []
for (let taken = 0; taken < SAMPLES; taken += 1) times.push(await sample())
times.sort((a, b) => a - b)
console.table({
  'receipt to queryable, ms': {
    median: Math.round(times[SAMPLES / 2] ?? 0),
    most: Math.round(times.at(-1) ?? 0),
    goal: 2000,
  },
  'resident memory idle, MB': { median: idle, most: server.residentMegabytes(), goal: 400 },
})
await server.stop()
