import { createHash, randomBytes } from 'node:crypto'
import { CandorError } from '@candor/practices'
import { change, type ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'
import { countUp } from './revisions.js'
import type { ControlPlaneTables } from './schema.js'

/** An ingest key as it may be shown: without the key. */
export interface KnownKey {
  readonly id: string
  readonly product: string
  readonly label: string
  readonly createdMillis: number
  readonly createdBy: string | null
  /** It does not count from then on; null while nothing took its place. */
  readonly endsMillis: number | null
  readonly revokedMillis: number | null
}

/** A key that was just made: it is shown this once. */
export interface MadeKey {
  readonly id: string
  readonly key: string
}

const KEY_BYTES = 18
const ID_BYTES = 9

/** How a key is kept and looked up. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('base64url')

type Row = ControlPlaneTables['product_keys']

/** The name of a key; one from before keys had names is named by its hash. */
const idOf = ({ id, key_hash }: Row): string => id ?? key_hash

const known = (row: Row): KnownKey => ({
  id: idOf(row),
  product: row.product,
  label: row.label ?? '',
  createdMillis: row.created_at,
  createdBy: row.created_by,
  endsMillis: row.ends_at,
  revokedMillis: row.revoked_at,
})

/** The keys of a product, the newest first. */
export const listKeys = async (controlPlane: ControlPlane, product: string): Promise<readonly KnownKey[]> => {
  const rows = controlPlane.selectFrom('product_keys').selectAll().where('product', '=', product)
  return (await rows.orderBy('created_at', 'desc').execute()).map(known)
}

const insertKey = async (
  transaction: ControlPlane,
  { product, label }: { readonly product: string; readonly label: string },
  { actor, nowMillis }: ChangedBy,
): Promise<MadeKey> => {
  const made = {
    id: randomBytes(ID_BYTES).toString('base64url'),
    key: randomBytes(KEY_BYTES).toString('base64url'),
  }
  const life = { created_at: nowMillis, created_by: actor.name, ends_at: null, revoked_at: null }
  const row = { product, label, id: made.id, key_hash: hashOfKey(made.key), ...life }
  await transaction.insertInto('product_keys').values(row).execute()
  await countUp(transaction, 'keys')
  return made
}

/** Makes a key of a product. */
export const createKey = (
  controlPlane: ControlPlane,
  given: { readonly product: string; readonly label: string },
  by: ChangedBy,
): Promise<MadeKey> =>
  change(controlPlane, by, async (transaction) => {
    const made = await insertKey(transaction, given, by)
    return {
      result: made,
      fact: { action: 'key.create', target: `${given.product} / ${made.id}`, after: given },
    }
  })

const requireKey = async (transaction: ControlPlane, id: string): Promise<Row> => {
  const rows = await transaction
    .selectFrom('product_keys')
    .selectAll()
    .where('revoked_at', 'is', null)
    .execute()
  const row = rows.find((each) => idOf(each) === id)
  if (row === undefined) throw new CandorError('CANDOR_NOT_FOUND', { key: 'no such key' })
  return row
}

/** Makes a key in the place of one that counts until an instant. Throws CANDOR_NOT_FOUND where that is not there, or ended. */
export const rotateKey = (
  controlPlane: ControlPlane,
  id: string,
  endsMillis: number,
  by: ChangedBy,
): Promise<MadeKey> =>
  change(controlPlane, by, async (transaction) => {
    const former = await requireKey(transaction, id)
    if (former.ends_at !== null && former.ends_at <= by.nowMillis)
      throw new CandorError('CANDOR_NOT_FOUND', { key: 'it has ended' })
    const { product, label } = former
    const made = await insertKey(transaction, { product, label: label ?? '' }, by)
    const rows = transaction.updateTable('product_keys').where('key_hash', '=', former.key_hash)
    await rows.set({ ends_at: endsMillis }).execute()
    const after = { successor: made.id, endsAt: new Date(endsMillis).toISOString() }
    return { result: made, fact: { action: 'key.rotate', target: `${product} / ${id}`, after } }
  })

/** Revokes a key at once. Throws CANDOR_NOT_FOUND. */
export const revokeKey = (controlPlane: ControlPlane, id: string, by: ChangedBy): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const row = await requireKey(transaction, id)
    const rows = transaction.updateTable('product_keys').where('key_hash', '=', row.key_hash)
    await rows.set({ revoked_at: by.nowMillis }).execute()
    await countUp(transaction, 'keys')
    const target = `${row.product} / ${id}`
    return { result: undefined, fact: { action: 'key.revoke', target, before: { label: row.label } } }
  })
