import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { DAY_MILLIS, idsOf, type AnyRow, startSubjectService } from './testing/subject-service.js'

/** The files of a folder that hold a text. */
const findInFolder = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => existsSync(path) && readFileSync(path).includes(text))

const USER = 'amosmarble'
const FIRST_HASH = '0J2m9RN4iu9PKeDzHS5Ka09OSkMAEnQqH9De2dEVCOc'
const OTHER_USER = 'carmenaguilar'
const OTHER_HASH = createHash('sha256').update(OTHER_USER).digest('base64url')

let world: Awaited<ReturnType<typeof startSubjectService>>
beforeAll(async () => {
  world = await startSubjectService()
})
afterAll(() => world.stop())

const accepted = { accepted: 1, duplicate: 0, refused: [] }
const refusedAsErased = { accepted: 0, refused: [{ code: 'CANDOR_SUBJECT_ERASED' }] }

describe('an operator, by a raw user id', () => {
  test('finds a person in both lanes under every living epoch, and reads them in Spanish', async () => {
    await world.send('census', { UserID: FIRST_HASH, SignInAttempts: 3 })
    await world.send('error', { UserID: USER, ErrorCode: '0x2' })
    await world.changeKeys((keys) => keys.rotate(world.clock.millis))
    await vi.waitFor(
      async () => {
        await world.send('error', { UserID: USER, ErrorCode: '0x3' })
        expect((await world.exported('error')).some((row) => row['key_epoch'] === 2)).toBe(true)
      },
      { timeout: 10_000, interval: 250 },
    )
    await world.send('census', { UserID: FIRST_HASH, SignInAttempts: 4 })
    const { body } = await world.operator('access', { user: 'AmosMarble' })
    const { census, error } = body['lanes'] as Record<string, { rows: AnyRow[] }>
    expect(new Set(census?.rows.map((row) => row['key_epoch']))).toEqual(new Set([1, 2]))
    expect(new Set(error?.rows.map((row) => row['key_epoch']))).toEqual(new Set([1, 2]))
    expect(JSON.stringify(body).toLowerCase()).not.toContain(USER)
    expect(body['notes']).toEqual([expect.stringContaining('Usage holds no user')])
    const spanish = await world.operator('access', { user: USER }, '?lang=es')
    expect(JSON.stringify(spanish.body)).toContain('El uso no contiene usuarios')
    expect(JSON.stringify(spanish.body)).toContain('Sistema operativo: Windows')
  })

  test('erases a person in both lanes and epochs, and nobody else; later reports flow again', async () => {
    await world.send('census', { UserID: OTHER_HASH })
    await world.send('error', { UserID: OTHER_USER, ErrorCode: '0x4' })
    const before = { census: await world.exported('census'), error: await world.exported('error') }
    const { body } = await world.operator('access', { user: USER })
    const held = body['lanes'] as Record<string, { rows: AnyRow[] }>
    const mine = ['census', 'error'].map((lane) => new Set(idsOf(held[lane]?.rows ?? [])))
    expect(mine.map(({ size }) => size > 1)).toEqual([true, true])
    const late = new Date(world.clock.millis - 60_000).toISOString()
    const receipts = await world.eraseAsOperator({ user: USER })
    expect(receipts).toMatchObject([
      { category: 'census', subject: { by: 'user' }, erased: mine[0]?.size },
      { category: 'error', subject: { by: 'user' }, erased: mine[1]?.size },
    ])
    for (const [at, lane] of (['census', 'error'] as const).entries()) {
      const others = idsOf(before[lane]).filter((id) => mine[at]?.has(id) === false)
      expect(idsOf(await world.exported(lane))).toEqual(others)
    }
    expect(
      await world.send('error', { UserID: USER.toUpperCase(), ErrorCode: '0x1' }, { at: late }),
    ).toMatchObject(refusedAsErased)
    expect(await world.send('census', { UserID: FIRST_HASH })).toMatchObject(refusedAsErased)
    world.clock.millis += 60_000
    expect(await world.send('error', { UserID: USER, ErrorCode: '0x1' })).toEqual(accepted)
    expect(await world.send('error', { UserID: OTHER_USER, ErrorCode: '0x1' }, { at: late })).toEqual(
      accepted,
    )
  })

  test('a late report is refused after a rotation and a restart, too', async () => {
    await world.eraseAsOperator({ user: USER })
    const late = new Date(world.clock.millis - 1000).toISOString()
    await world.changeKeys(async (keys) => {
      await keys.rotate(world.clock.millis)
      await keys.destroy(1, world.clock.millis)
    })
    await world.restart()
    world.clock.millis += 1000
    expect(await world.send('error', { UserID: USER, ErrorCode: '0x1' }, { at: late })).toMatchObject(
      refusedAsErased,
    )
    const { body } = await world.operator('access', { user: USER })
    expect(body['notes']).toEqual([expect.anything(), expect.stringContaining('epoch 1 are destroyed')])
  })

  test('leaves nothing of it in any file, of the spool neither', async () => {
    // Random, so that compression leaves it as it is.
    const marks = Array.from({ length: 12 }, () => randomUUID().replaceAll('-', ''))
    for (const mark of marks)
      await world.send('error', { UserID: 'blanca', SIPURI: `sip:${mark}@contoso.com`, ErrorCode: '0x5' })
    const holding = (): readonly string[] =>
      marks.filter((mark) => findInFolder(world.folder, mark).length > 0)
    expect(holding()).toEqual(marks)
    expect(await world.eraseAsOperator({ user: 'Blanca' })).toMatchObject([{ erased: 0 }, { erased: 12 }])
    expect(holding()).toEqual([])
  })

  test('by a device, in census alone', async () => {
    const DeviceID = randomUUID().toUpperCase()
    world.clock.millis += DAY_MILLIS
    await world.send('census', { DeviceID })
    const { body } = await world.operator('access', { device: DeviceID.toLowerCase() })
    expect(Object.keys(body['lanes'] as object)).toEqual(['census'])
    expect(await world.eraseAsOperator({ device: DeviceID })).toMatchObject([{ erased: 1 }])
  })

  test.each([
    {},
    { user: '' },
    { user: 'x'.repeat(400) },
    { device: 'no' },
    { user: USER, device: randomUUID() },
  ])('is refused with %j', async (body) => {
    expect((await world.operator('erasure', body)).body).toMatchObject({
      code: 'CANDOR_SUBJECT_REQUEST_MALFORMED',
    })
  })

  test('needs the operator token, and is open to no other origin', async () => {
    for (const kind of ['access', 'erasure']) {
      const answer = await world.ask(`/api/subject/${kind}`, { user: USER })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})
