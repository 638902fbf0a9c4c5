import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ALLOWED_ADDRESS,
  ALLOWED_SIP,
  bodyOf,
  FIRST_HASH,
  identified,
  MARKS,
  PATHS,
  post,
  USER,
  type Sent,
} from './canary-paths.js'
import { runCandor, startCandor, type CandorProcess } from './candor-process.js'
import { findInFiles } from './find-in-files.js'

// Marked identifiers go through every path that a request can take; then every byte that the service kept, wrote or
// answered is searched for them. Tables are compressed, so their rows are searched as they are exported.

let candor: CandorProcess
const answers: string[] = []

const operatorHeaders = () => ({
  authorization: `Bearer ${readFileSync(join(candor.dataFolder, 'operator-token'), 'utf8').trim()}`,
  'content-type': 'application/json',
})

const run = async ({ path, init = {}, as }: Sent): Promise<number> => {
  const headers = as === undefined ? {} : { headers: operatorHeaders() }
  const answer = await fetch(candor.url + path, { ...init, ...headers })
  answers.push(`${[...answer.headers].join('\n')}\n${await answer.text()}`)
  return answer.status
}

/** Sends the beginning of a report, and kills the service before the rest comes. */
const killInTheMiddle = async (): Promise<void> => {
  const { hostname, port } = new URL(candor.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  const body = bodyOf('error', identified)
  const head = `POST /v1/errors?key=demo HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nCookie: a=${USER}\r\nContent-Length: ${body.length + 10}\r\n\r\n`
  await new Promise<void>((resolve) => socket.write(head + body, () => resolve()))
  // Once another request is answered, the beginning has been read.
  await run(post('error', bodyOf('error', identified)))
  const ended = once(candor.child, 'exit')
  candor.child.kill('SIGKILL')
  await ended
  socket.destroy()
}

beforeAll(async () => {
  candor = await startCandor()
}, 60_000)

afterAll(async () => {
  await candor.stop()
  rmSync(candor.dataFolder, { recursive: true, force: true })
}, 30_000)

test.each(PATHS)('%s is answered with %i', async (_path, status, sent) => {
  expect(await run(sent)).toBe(status)
})

test('after a kill -9 in the middle of a request it starts again', { timeout: 60_000 }, async () => {
  const { dataFolder, written } = candor
  await killInTheMiddle()
  answers.push(written())
  candor = await startCandor({ CANDOR_DATA: dataFolder })
  await expect
    .poll(
      async () =>
        ((await (await fetch(`${candor.url}/api/conservation`)).json()) as { error: { pending: number } })
          .error.pending,
      { timeout: 20_000 },
    )
    .toBe(0)
})

test('what was noted of refused reports survived, and tells what is wrong', async () => {
  const answer = await fetch(`${candor.url}/api/quarantine`, { headers: operatorHeaders() })
  const { groups } = (await answer.json()) as {
    readonly groups: readonly { readonly code: string; readonly kept: number }[]
  }
  expect(new Set(groups.map(({ code }) => code)).size).toBeGreaterThan(4)
  expect(groups.filter(({ kept }) => kept > 0)).toHaveLength(2)
})

test('no file, row, log line, figure or answer holds a raw identifier', { timeout: 60_000 }, async () => {
  for (const path of [
    '/api/conservation',
    '/api/insights/census',
    '/api/insights/usage',
    '/api/insights/error',
    '/api/products',
  ])
    expect(await run({ path })).toBe(200)
  const environment = { CANDOR_DATA: candor.dataFolder }
  const rows = await Promise.all(
    ['census', 'usage', 'error'].map((lane) => runCandor(['export', lane, '--url', candor.url], environment)),
  )
  expect(rows.map((text) => text.trim().split('\n').length)).toEqual([1, 1, 3])
  const texts = { rows: rows.join('\n'), output: candor.written(), answers: answers.join('\n') }
  expect(findInFiles(candor.dataFolder, 'skype-teams').length).toBeGreaterThan(0)
  expect(texts.rows).toContain(ALLOWED_SIP)
  for (const mark of MARKS) {
    for (const [name, text] of Object.entries(texts))
      expect(text.toLowerCase().includes(mark.toLowerCase()), `${mark} in ${name}`).toBe(false)
    expect(findInFiles(candor.dataFolder, mark), mark).toEqual([])
    expect(findInFiles(candor.dataFolder, Buffer.from(mark).toString('base64').slice(0, -4)), mark).toEqual(
      [],
    )
  }
  expect(findInFiles(candor.dataFolder, Buffer.from(FIRST_HASH, 'base64url').toString('latin1'))).toEqual([])
})

test('what the practices let the error lane hold stands in its own data types, and nowhere else', async () => {
  const [census = '', usage = '', error = ''] = await Promise.all(
    ['census', 'usage', 'error'].map((lane) =>
      runCandor(['export', lane, '--url', candor.url], { CANDOR_DATA: candor.dataFolder }),
    ),
  )
  for (const line of error.trim().split('\n')) {
    const { SIPURI, IPAddress, ...others } = JSON.parse(line) as Record<string, unknown>
    expect([SIPURI, IPAddress]).toEqual([ALLOWED_SIP, ALLOWED_ADDRESS])
    expect(JSON.stringify(others)).not.toMatch(/canaryallowed8840|203\.0\.113/)
  }
  const elsewhere = [census, usage, candor.written(), ...answers].join('\n')
  expect(elsewhere).not.toMatch(/canaryallowed8840|203\.0\.113\.98/)
})
