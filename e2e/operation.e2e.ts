import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCommandWorld, writes, type Run } from './command-world.js'

let world: ReturnType<typeof openCommandWorld>

beforeEach(() => {
  world = openCommandWorld()
})
afterEach(() => world.end())

const run = (...given: Parameters<typeof world.run>): Run => world.run(...given)
const serve = async (...words: readonly string[]) => world.serve(words)

const BODY = JSON.stringify({
  v: 1,
  practices: 'skype-teams@1',
  client: 'desktop',
  os: 'Windows',
  reports: [],
})

/** Opens a request of reports and holds its body back. */
const beginRequest = async (url: string): Promise<Socket> => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.setEncoding('utf8')
  socket.write(
    `POST /v1/usage?key=demo HTTP/1.1\r\nhost: candor\r\ncontent-type: text/plain\r\ncontent-length: ${BODY.length}\r\n\r\n`,
  )
  return socket
}

const isTaken = async (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    () => true,
    () => false,
  )

describe('a signal to stop', () => {
  test('first makes it unready, then ends it with what was under way answered', async () => {
    const service = await serve('--stop-notice-seconds', '2')
    const socket = await beginRequest(service.url)
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200)
    service.child.kill('SIGTERM')
    await writes(service, /Stopping/)
    const unready = await fetch(`${service.url}/readyz`)
    expect([unready.status, await unready.json()]).toMatchObject([
      503,
      { status: 'unready', parts: ['stopping'], faults: [{ code: 'CANDOR_STOPPING' }] },
    ])
    while (await isTaken(service.url)) await new Promise((resolve) => setTimeout(resolve, 100))
    socket.write(BODY)
    const [answer] = (await once(socket, 'data')) as [string]
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(await service.ended).toBe(0)
  })

  test('a request that never ends is given up after the time to drain', async () => {
    const service = await serve('--drain-seconds', '1')
    const socket = await beginRequest(service.url)
    await fetch(`${service.url}/readyz`)
    service.child.kill('SIGINT')
    await once(socket, 'close')
    expect(await service.ended).toBe(0)
  })

  test('a second one, also another, ends it at once', async () => {
    const service = await serve('--stop-notice-seconds', '60')
    service.child.kill('SIGTERM')
    await writes(service, /Stopping/)
    service.child.kill('SIGINT')
    expect(await service.ended).toBe('SIGKILL')
  })
})

/** Code that is loaded into every process, and fails when it is told to: at once, or in a promise. */
const FAILING = [
  "const fault = () => new Error('cannot read sip:marked@contoso.com')",
  "process.on('SIGUSR2', () => { throw fault() })",
  "process.on('SIGURG', () => void Promise.reject(fault()))",
].join('\n')

const FAULTY = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(FAILING)}` }

const sendUntilRefused = async (url: string): Promise<void> => {
  const send = async (): Promise<boolean> =>
    fetch(`${url}/v1/usage?key=demo`, { method: 'POST', body: BODY }).then(
      () => true,
      () => false,
    )
  while (await send());
}

describe('a fault that nothing takes', () => {
  test.each(['SIGUSR2', 'SIGURG'] as const)(
    'is the last line of the log, and ends the process at once, while the spool is written (%s)',
    async (signal) => {
      const service = await world.serve([], FAULTY)
      const senders = Promise.all(Array.from({ length: 8 }, () => sendUntilRefused(service.url)))
      service.child.kill(signal)
      expect(await service.ended).toBe('SIGKILL')
      await senders
      const last = service.written().trimEnd().split('\n').at(-1) ?? ''
      expect(JSON.parse(last)).toMatchObject({
        level: 'error',
        code: 'CANDOR_ENDED_BY_FAULT',
        facts: { error: 'Error' },
      })
      expect(service.written()).not.toContain('marked')
    },
  )

  test('in a collector process is logged by the main one, which starts another', async () => {
    const service = await world.serve(['--workers', '1'], FAULTY)
    const { pid } = service.child
    const [worker = 0] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').map(Number)
    process.kill(worker, 'SIGUSR2')
    await writes(service, /CANDOR_COLLECTOR_ENDED/)
    expect(service.written()).toMatch(/CANDOR_ENDED_BY_FAULT.*"at":"/)
    expect(service.written()).not.toContain('marked')
    await expect.poll(() => isTaken(service.url), { timeout: 10_000 }).toBe(true)
  })
})

describe('what cannot be used ends the command soon, and says what and the way out:', () => {
  test.each([
    [
      'a port that is none',
      { PORT: 'many' },
      /key: port; from: the environment variable PORT; expected: a whole/,
    ],
    ['a place that takes no folders', { CANDOR_DATA: '/proc/candor/data' }, /key: dataFolder.*fault: E/],
    [
      'a certificate that is not there',
      { CANDOR_TLS_CERT: '/none.pem', CANDOR_TLS_KEY: '/none.pem' },
      /key: tlsCert/,
    ],
  ])('%s', async (_what, env, told) => {
    const service = run(['serve'], env)
    expect(await service.ended).toBe(1)
    expect(service.written()).toMatch(/^CANDOR_CONFIGURATION_INVALID: /)
    expect(service.written()).toMatch(told)
    expect(service.written()).toContain('Mend the key that the message names.')
  })
})

test('the log is JSON where nobody watches, and warns of plain HTTP on other addresses', async () => {
  const service = await serve('--host', '0.0.0.0')
  const line = await writes(service, /^(\{"level":"warn".*plain HTTP.*\})$/m)
  expect(JSON.parse(line)).toMatchObject({ level: 'warn', facts: { host: '0.0.0.0' } })
  service.child.kill('SIGTERM')
  await service.ended
})

test('metrics have an address of their own where they are told to', async () => {
  const service = await serve('--metrics-listen', '127.0.0.1:0')
  const url = await writes(service, /"url":"(http:[^"]+)"/)
  expect((await fetch(`${service.url}/metrics`)).status).toBe(404)
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('candor_reports_received_total')
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect((await fetch(`${url}/api/conservation`)).status).toBe(404)
  service.child.kill('SIGTERM')
  expect(await service.ended).toBe(0)
})

test('candor doctor finds a folder whose process does not answer where it looks', async () => {
  const service = await serve()
  const found = run(['doctor', '--port', '1', '--url', 'http://127.0.0.1:1'])
  expect(await found.ended).toBe(1)
  expect(found.written()).toContain('problem  store: A process uses the data folder, but does not answer')
  const well = run(['doctor', '--url', service.url])
  expect(await well.ended).toBe(0)
  expect(well.written()).toContain(`The service at ${service.url} takes reports`)
})
