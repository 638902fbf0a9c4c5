import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyReceipt } from './receipts.js'
import { DAY_MILLIS, idsOf, startSubjectService } from './testing/subject-service.js'

const USER = 'amosmarble'

let world: Awaited<ReturnType<typeof startSubjectService>>
beforeAll(async () => {
  world = await startSubjectService()
})
afterAll(() => world.stop())

const accepted = { accepted: 1, duplicate: 0, refused: [] }
const refusedAsErased = { accepted: 0, refused: [{ code: 'CANDOR_SUBJECT_ERASED' }] }

describe('a device, by ids that nobody else knows', () => {
  test('reads its own reports, also those that arrived this moment', async () => {
    const id = randomUUID()
    expect(await world.send('usage', { IMSent: 7, FeatureUse: { Chat: 2 } }, { id })).toEqual(accepted)
    await world.send('usage', { IMSent: 9 })
    const { status, headers, body } = await world.device('access', { category: 'usage', reports: [id] })
    expect(status).toBe(200)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect(body).toMatchObject({
      product: 'skype-teams',
      category: 'usage',
      rows: [{ id, IMSent: 7, FeatureUse: { Chat: 2 }, client_kind: 'desktop', origin_org: 'contoso.com' }],
    })
    expect(body['readable']).toEqual([expect.stringContaining('IM Sent: 7\n')])
  })

  test('an error is read whole, its user as a pseudonym', async () => {
    const id = randomUUID()
    const Exception = { type: 'TypeError', message: `no ${USER}`, stack: 'TypeError\n    at a (b.js:1:2)' }
    await world.send(
      'error',
      { UserID: USER, ErrorCode: '0x1', Exception, Performance: { heapBytes: 5 } },
      { id },
    )
    const [row] = await world.rowsOf({ category: 'error', reports: [id] })
    expect(row).toMatchObject({
      id,
      Exception: { type: 'TypeError' },
      Performance: { heapBytes: 5 },
      received_at: new Date(world.clock.millis).toISOString(),
    })
    expect(JSON.stringify(row)).not.toContain(USER)
  })

  test('erases its reports and nothing else; a receipt says so and cannot be changed', async () => {
    const ids: readonly string[] = [randomUUID(), randomUUID()]
    const neighbour = randomUUID()
    for (const id of [...ids, neighbour]) await world.send('usage', { CallsMade: 1 }, { id })
    const before = await world.exported('usage')
    const receipt = await world.erase({ category: 'usage', reports: [...ids, randomUUID()] })
    expect(receipt).toMatchObject({ category: 'usage', subject: { by: 'reports' }, erased: 2, remaining: 0 })
    expect(idsOf(await world.exported('usage'))).toEqual(idsOf(before).filter((id) => !ids.includes(id)))
    const { publicKey } = (await world.ask('/v1/receipt-key')).body as { readonly publicKey: string }
    expect(verifyReceipt(receipt, publicKey)).toEqual({ kind: 'valid', receipt })
    expect(verifyReceipt({ ...receipt, erased: 3 }, publicKey)).toEqual({ kind: 'wrong', fault: 'changed' })
    for (const id of ids) expect(JSON.stringify(receipt)).not.toContain(id)
  })

  test('what it erased does not come back, and what it never sent is refused as well', async () => {
    const [stored, never] = [randomUUID(), randomUUID()]
    await world.send('usage', { IMSent: 1 }, { id: stored })
    await world.erase({ category: 'usage', reports: [stored, never] })
    expect(await world.send('usage', { IMSent: 1 }, { id: stored })).toMatchObject(refusedAsErased)
    expect(await world.send('usage', { IMSent: 1 }, { id: never })).toMatchObject(refusedAsErased)
    expect(await world.rowsOf({ category: 'usage', reports: [stored, never] })).toEqual([])
    expect(await world.send('usage', { IMSent: 1 })).toEqual(accepted)
  })

  test('by its DeviceID in census: reports of that day are refused, those of the next day flow again', async () => {
    const DeviceID = randomUUID().toUpperCase()
    const other = randomUUID().toUpperCase()
    for (const id of [DeviceID, DeviceID, other])
      await world.send('census', { AppName: 'Teams', DeviceID: id })
    expect(await world.rowsOf({ category: 'census', device: DeviceID })).toHaveLength(2)
    expect(await world.erase({ category: 'census', device: DeviceID })).toMatchObject({
      erased: 2,
      subject: { by: 'device' },
    })
    expect(await world.rowsOf({ category: 'census', device: DeviceID })).toEqual([])
    expect(await world.rowsOf({ category: 'census', device: other })).toHaveLength(1)
    expect(await world.send('census', { DeviceID })).toMatchObject(refusedAsErased)
    world.clock.millis += DAY_MILLIS
    expect(await world.send('census', { DeviceID })).toEqual(accepted)
    const yesterday = new Date(world.clock.millis - DAY_MILLIS).toISOString().slice(0, 10)
    expect(await world.send('census', { DeviceID }, { at: yesterday })).toMatchObject(refusedAsErased)
  })

  test('ids that nobody has are answered like ids that hold nothing any more', async () => {
    const answers = await Promise.all([
      world.device('access', { category: 'error', reports: [randomUUID()] }),
      world.device('access', { category: 'census', device: randomUUID() }),
    ])
    for (const { status, body } of answers) {
      expect(status).toBe(200)
      expect(body).toMatchObject({ rows: [], readable: [] })
    }
    expect(await world.erase({ category: 'error', reports: [randomUUID()] })).toMatchObject({
      erased: 0,
      remaining: 0,
    })
  })

  test('ids of one lane find nothing in another', async () => {
    const id = randomUUID()
    await world.send('usage', { IMSent: 1 }, { id })
    expect(await world.rowsOf({ category: 'error', reports: [id] })).toEqual([])
    expect(await world.erase({ category: 'error', reports: [id] })).toMatchObject({ erased: 0 })
    expect(await world.rowsOf({ category: 'usage', reports: [id] })).toHaveLength(1)
  })

  test.each([
    ['no version', { v: 2, category: 'usage', reports: [randomUUID()] }],
    ['an unknown lane', { category: 'all', reports: [randomUUID()] }],
    ['no ids', { category: 'usage', reports: [] }],
    ['too many ids', { category: 'usage', reports: Array.from({ length: 10_001 }, () => randomUUID()) }],
    ['an id that is none', { category: 'usage', reports: ["' OR 1=1"] }],
    ['a device in usage', { category: 'usage', device: randomUUID() }],
    ['both', { category: 'census', device: randomUUID(), reports: [randomUUID()] }],
    ['a user id', { category: 'census', user: USER }],
  ])('is refused with %s', async (_what, body) => {
    for (const kind of ['access', 'erasure']) {
      const answer = await world.device(kind, body)
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({ code: 'CANDOR_SUBJECT_REQUEST_MALFORMED' })
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    }
  })

  test('an unknown key, an unknown request and a body too large are refused', async () => {
    const body = { v: 1, category: 'usage', reports: [randomUUID()] }
    expect((await world.ask('/v1/subject/access?key=wrong', body)).body).toMatchObject({
      code: 'CANDOR_KEY_UNKNOWN',
    })
    expect((await world.ask('/v1/subject/erasure/none?key=demo')).body).toMatchObject({
      code: 'CANDOR_NOT_FOUND',
    })
    const large = await world.device('access', { category: 'usage', reports: ['x'.repeat(1_100_000)] })
    expect(large.body).toMatchObject({ code: 'CANDOR_ENVELOPE_TOO_LARGE' })
  })
})

test('received = stored + refused + duplicate + pending holds, and the rows are what was stored and not erased', async () => {
  await world.settle()
  const balances = await world.conservation()
  for (const lane of ['census', 'usage', 'error'] as const) {
    const { received, stored, refused, duplicate, pending, erased } = balances[lane]
    const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0)
    expect(received).toBe(stored + refusals + duplicate + pending)
    expect(refused['CANDOR_SUBJECT_ERASED'] ?? 0).toBe(lane === 'error' ? 0 : 2)
    expect(erased).toBe({ census: 2, usage: 3, error: 0 }[lane])
    expect(await world.exported(lane)).toHaveLength(stored - erased)
  }
})
