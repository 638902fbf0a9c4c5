import { afterEach, beforeEach, expect, test } from 'vitest'
import { openControlPlane, type ControlPlane } from '../control-plane/open-control-plane.js'
import { describeEachEngine } from '../testing/control-engines.js'
import { onlyOnce } from './repetitions.js'

const NOW = Date.UTC(2026, 10, 30)
const MINUTE_MILLIS = 60_000

describeEachEngine('writes with a key', ({ place }) => {
  let controlPlane: ControlPlane
  let done: number

  beforeEach(async () => {
    controlPlane = await openControlPlane(await place())
    done = 0
  })
  afterEach(() => controlPlane.destroy())

  const work = async () => {
    done += 1
    return { status: 201, body: { id: 'a', key: 'a secret' } }
  }
  const write = (afterMillis = 0, fingerprint = 'one') =>
    onlyOnce(controlPlane, { actor: 'account a', key: 'k', fingerprint, nowMillis: NOW + afterMillis }, work)

  test('are done once, and answered again without what is shown once', async () => {
    expect(await write()).toEqual({ status: 201, body: { id: 'a', key: 'a secret' } })
    expect(await write(1000)).toEqual({ status: 201, body: { id: 'a' } })
    await expect(write(1000, 'another')).rejects.toMatchObject({ code: 'CANDOR_IDEMPOTENCY_KEY_USED' })
    expect(done).toBe(1)
    const [row] = await controlPlane.selectFrom('repetitions').selectAll().execute()
    expect(JSON.stringify(row)).not.toContain('a secret')
  })

  test('that were cut off are done again after a minute, by one of those that come at once', async () => {
    const values = {
      actor: 'account a',
      idempotency_key: 'k',
      request_hash: 'one',
      status: null,
      answer: null,
    }
    await controlPlane
      .insertInto('repetitions')
      .values({ ...values, begun_at: NOW })
      .execute()
    await expect(write(MINUTE_MILLIS / 2)).rejects.toMatchObject({ code: 'CANDOR_IDEMPOTENCY_KEY_USED' })
    const late = await Promise.allSettled([1, 2, 3, 4].map(() => write(MINUTE_MILLIS + 1)))
    expect(done).toBe(1)
    expect(late.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
  })

  test('that failed may be tried again with their key', async () => {
    const failing = onlyOnce(
      controlPlane,
      { actor: 'account a', key: 'k', fingerprint: 'one', nowMillis: NOW },
      async () => {
        throw new Error('refused')
      },
    )
    await expect(failing).rejects.toThrow('refused')
    expect(await write()).toMatchObject({ status: 201 })
  })
})
