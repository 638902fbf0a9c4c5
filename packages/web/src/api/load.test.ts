import { expect, test } from 'vitest'

import { load, type Fetch } from './load.js'
import { number, object } from './shape.js'

const shape = object({ devices: number })
const { signal } = new AbortController()

const answering =
  (body: string, status = 200): Fetch =>
  async () =>
    new Response(body, { status })

test('gives the value of an answer, and its body as it came', async () => {
  const loaded = await load(answering('{"devices":12}'), '/api/x', shape, signal)
  expect(loaded).toEqual({ kind: 'loaded', value: { devices: 12 }, text: '{"devices":12}' })
})

test('gives the code and the remedy of a problem document', async () => {
  const body =
    '{"title":"The store does not answer","status":503,"code":"CANDOR_STORE_UNAVAILABLE","remedy":"Try again"}'
  expect(await load(answering(body, 503), '/api/x', shape, signal)).toEqual({
    kind: 'failed',
    problem: {
      kind: 'answered',
      code: 'CANDOR_STORE_UNAVAILABLE',
      title: 'The store does not answer',
      remedy: 'Try again',
    },
  })
})

test('gives the status where a failure has no problem document', async () => {
  expect(await load(answering('<html>', 502), '/api/x', shape, signal)).toEqual({
    kind: 'failed',
    problem: { kind: 'answered', code: 'HTTP 502', title: '', remedy: undefined },
  })
})

test('says what cannot be read', async () => {
  expect(await load(answering('{"devices":"12"}'), '/api/x', shape, signal)).toEqual({
    kind: 'failed',
    problem: { kind: 'unreadable', fault: 'answer.devices is not a number' },
  })
})

test('does not reject where the service cannot be reached', async () => {
  const unreachable: Fetch = async () => {
    throw new TypeError('Failed to fetch')
  }
  expect(await load(unreachable, '/api/x', shape, signal)).toEqual({
    kind: 'failed',
    problem: { kind: 'unreachable' },
  })
})
