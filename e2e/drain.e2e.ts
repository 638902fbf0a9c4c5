import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { startCandor, type CandorProcess } from './candor-process.js'

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`

const bodyOf = (id: string): string =>
  JSON.stringify({
    v: 1,
    practices: 'skype-teams@1',
    client: 'desktop',
    os: 'Windows',
    reports: [{ id, from: hour, to: hour, data: { IMSent: 1 } }],
  })

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

const begin = ({ url }: CandorProcess): ClientRequest =>
  request(`${url}/v1/usage?key=demo`, { method: 'POST', agent, headers: { 'content-type': 'text/plain' } })

const answerOf = async (sent: ClientRequest): Promise<number | undefined> => {
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  response.resume()
  await once(response, 'end')
  return response.statusCode
}

/** Sends report after report until the service takes no more; gives those that were acknowledged. */
const sendUntilClosed = async (candor: CandorProcess): Promise<readonly string[]> => {
  const acknowledged: string[] = []
  for (;;) {
    const id = randomUUID()
    try {
      const sent = begin(candor)
      sent.end(bodyOf(id))
      if ((await answerOf(sent)) === 200) acknowledged.push(id)
    } catch {
      return acknowledged
    }
  }
}

const conservation = async ({ url }: CandorProcess) =>
  ((await (await fetch(`${url}/api/conservation`)).json()) as { usage: Record<string, number> }).usage

test('SIGTERM answers what is under way, keeps what was acknowledged and ends with 0 soon', async () => {
  let candor = await startCandor()
  const { dataFolder } = candor
  try {
    const underWay = begin(candor)
    const whole = bodyOf(randomUUID())
    underWay.write(whole.slice(0, 40))
    const senders = Promise.all(Array.from({ length: 6 }, () => sendUntilClosed(candor)))
    await expect
      .poll(async () => (await conservation(candor))['received'] ?? 0, { timeout: 20_000 })
      .toBeGreaterThan(50)
    const ended = once(candor.child, 'exit')
    const from = performance.now()
    candor.child.kill('SIGTERM')
    const acknowledged = (await senders).flat()
    underWay.end(whole.slice(40))
    expect(await answerOf(underWay)).toBe(200)
    expect(await ended).toEqual([0, null])
    expect(performance.now() - from).toBeLessThan(15_000)

    candor = await startCandor({ CANDOR_DATA: dataFolder })
    const { received = 0, stored, pending } = await conservation(candor)
    expect(received).toBeGreaterThanOrEqual(acknowledged.length + 1)
    expect({ stored, pending }).toEqual({ stored: received, pending: 0 })
  } finally {
    await candor.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})

test('a second SIGTERM ends it at once', async () => {
  const candor = await startCandor()
  try {
    const held = begin(candor)
    held.on('error', () => undefined)
    held.write('{')
    await once(held, 'socket')
    await conservation(candor)
    const ended = once(candor.child, 'exit')
    candor.child.kill('SIGTERM')
    await expect.poll(() => candor.written()).toContain('Stopping')
    candor.child.kill('SIGTERM')
    expect(await ended).toEqual([null, 'SIGKILL'])
  } finally {
    await candor.stop()
  }
})
