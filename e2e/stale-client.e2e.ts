import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCandor } from '@candor/client/node'
import { inspection } from '@candor/client/inspection'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService, type Service } from '@candor/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

// A real client whose policy is older than an organisation's prohibition; a proxy between counts what it asks.

let folder = ''
let service: Service
let proxy: Server
const asked: string[] = []

const startProxy = async (to: string): Promise<Server> => {
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', to)
    asked.push(`${incoming.method} ${url.pathname}`)
    const { method, headers } = incoming
    const onward = request(url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-stale-'))
  const products = [{ practices: skypeTeams, keys: ['demo'] }]
  service = await createService({ dataFolder: join(folder, 'data'), port: 0, products })
  proxy = await startProxy(service.url)
})
afterAll(async () => {
  proxy.closeAllConnections()
  proxy.close()
  await service.close()
  rmSync(folder, { recursive: true })
})

const forbid = async (value: boolean): Promise<void> => {
  const token = readFileSync(join(folder, 'data', 'operator-token'), 'utf8').trim()
  const setting = { product: 'skype-teams', organisation: 'contoso.com', scope: 'in-band', value }
  const answer = await fetch(`${service.url}/api/settings`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...setting, control: 'DisableAutomaticSendTracing' }),
  })
  expect(answer.status).toBe(200)
}

const times = (what: string): number => asked.filter((one) => one === what).length
const usage = async () => {
  const { usage: balance } = (await (await fetch(`${service.url}/api/conservation`)).json()) as Record<
    string,
    unknown
  >
  return balance
}

test('a client that does not know of a prohibition is refused, asks once, and stops by itself', async () => {
  const candor = createCandor({
    practices: skypeTeams,
    key: 'demo',
    endpoint: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    client: 'desktop',
    os: 'Windows',
    org: 'contoso.com',
    folder: join(folder, 'device'),
    policyMillis: 3_600_000,
    inspect: inspection(),
  })
  await candor.ready
  candor.usage.IMSent.add(1)
  await candor.flush()
  expect(await usage()).toMatchObject({ received: 1, refused: {} })
  const policies = times('GET /v1/policy')

  await forbid(true)
  candor.usage.IMSent.add(2)
  await candor.flush()
  expect(await usage()).toMatchObject({ received: 2, refused: { CANDOR_DECISION_FORBIDS: 1 } })
  expect(candor.dropped().map(({ reason }) => reason)).toContain('CANDOR_DECISION_FORBIDS')
  await expect.poll(() => candor.decide('usage.IMSent').collect).toBe(false)

  for (let at = 0; at < 5; at += 1) {
    candor.usage.IMSent.add(1)
    await candor.flush()
  }
  expect(times('POST /v1/usage')).toBe(2)
  expect(times('GET /v1/policy')).toBe(policies + 1)
  expect(await usage()).toMatchObject({ received: 2 })
  await candor.close()
})
