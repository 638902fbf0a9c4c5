import { afterEach, beforeEach, expect, test } from 'vitest'
import { changedBy } from '../testing/changed-by.js'
import { describeEachEngine } from '../testing/control-engines.js'
import { openProductKeys } from './keys-in-force.js'
import { openControlPlane, type ControlPlane } from './open-control-plane.js'
import { createKey, hashOfKey, listKeys, revokeKey, rotateKey } from './product-keys.js'
import { verifyAudit } from './verify-audit.js'

const product = 'skype-teams'
const HOUR = 3_600_000

describeEachEngine('product keys', ({ place }) => {
  let controlPlane: ControlPlane
  let nowMillis = 1000
  const open = () => openProductKeys(controlPlane, [], () => nowMillis)

  beforeEach(async () => {
    nowMillis = 1000
    controlPlane = await openControlPlane(await place())
  })
  afterEach(() => controlPlane.destroy())

  test('a key that was made counts, and is kept as its hash alone', async () => {
    const { key } = await createKey(controlPlane, { product, label: 'desktop' }, changedBy(nowMillis))
    expect((await open()).productOf(key)).toBe(product)
    const rows = JSON.stringify([
      await controlPlane.selectFrom('product_keys').selectAll().execute(),
      await controlPlane.selectFrom('audit_log').selectAll().execute(),
    ])
    expect(rows).not.toContain(key)
    expect(rows).toContain(hashOfKey(key))
  })

  test('a rotated key goes on for the overlap, beside its successor', async () => {
    const { id, key } = await createKey(controlPlane, { product, label: 'desktop' }, changedBy(nowMillis))
    const next = await rotateKey(controlPlane, id, nowMillis + HOUR, changedBy(nowMillis))
    const keys = await open()
    expect([keys.productOf(key), keys.productOf(next.key)]).toEqual([product, product])
    nowMillis += HOUR
    expect([keys.productOf(key), keys.productOf(next.key)]).toEqual([undefined, product])
  })

  test('a revoked key counts no more, and can be neither rotated nor revoked again', async () => {
    const { id, key } = await createKey(controlPlane, { product, label: 'desktop' }, changedBy(nowMillis))
    const keys = await open()
    await revokeKey(controlPlane, id, changedBy(nowMillis))
    await keys.reload()
    expect(keys.productOf(key)).toBeUndefined()
    const gone = expect.objectContaining({ code: 'CANDOR_NOT_FOUND' }) as Error
    await expect(revokeKey(controlPlane, id, changedBy(nowMillis))).rejects.toEqual(gone)
    await expect(rotateKey(controlPlane, id, nowMillis, changedBy(nowMillis))).rejects.toEqual(gone)
    expect(await listKeys(controlPlane, product)).toMatchObject([
      { id, label: 'desktop', revokedMillis: 1000 },
    ])
    expect(await verifyAudit(controlPlane)).toMatchObject({ kind: 'intact', entries: 2 })
  })

  test('keys from before they had names are listed and can be revoked', async () => {
    const key_hash = hashOfKey('an-old-key')
    const nameless = { id: null, label: null, created_by: null, ends_at: null, revoked_at: null }
    await controlPlane
      .insertInto('product_keys')
      .values({ product, key_hash, created_at: 1, ...nameless })
      .execute()
    expect((await open()).productOf('an-old-key')).toBe(product)
    const [known] = await listKeys(controlPlane, product)
    await revokeKey(controlPlane, known?.id ?? '', changedBy(nowMillis))
    expect((await open()).productOf('an-old-key')).toBeUndefined()
  })

  test('configured keys count as long as they are configured, and are kept nowhere', async () => {
    const configured = await openProductKeys(controlPlane, [{ product, key: 'mine' }], () => nowMillis)
    expect(configured.productOf('mine')).toBe(product)
    expect((await open()).productOf('mine')).toBeUndefined()
  })
})
