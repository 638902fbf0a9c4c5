import { expect, test } from 'vitest'

import { createFakeApi } from '../testing/fake-api.js'
import { createFakeWorld } from '../testing/fake-world.js'
import { answerOf } from './answer.js'
import { createApi, idempotencyKey, ifStill } from './api.js'

const SETTING = {
  organisation: 'contoso.com',
  control: 'DisableAutomaticSendTracing',
  scope: 'in-band',
  value: true,
}

test('a change names the revision that was seen, and one of an older revision changes nothing', async () => {
  const world = createFakeWorld('operator')
  const api = createApi('http://localhost', createFakeApi(world))
  const change = (revision: number) =>
    answerOf(api.PUT('/api/settings', { params: { header: ifStill(revision) }, body: SETTING }))
  expect(await change(3)).toMatchObject({ kind: 'done', value: { revision: 4 } })
  const second = await change(3)
  expect(second).toMatchObject({
    kind: 'failed',
    problem: { code: 'CANDOR_REVISION_CHANGED', current: { value: true, revision: 4 } },
  })
})

test('an answer without a body is done', async () => {
  const api = createApi('http://localhost', createFakeApi(createFakeWorld('operator')))
  expect(await answerOf(api.DELETE('/api/session'))).toEqual({ kind: 'done', value: undefined })
})

test('no two writes have the same key', () => {
  const keys = Array.from({ length: 100 }, idempotencyKey)
  expect(new Set(keys).size).toBe(100)
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
})
