import { CandorError } from '@candor/practices'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import type { ControlPlaneTables } from '../control-plane/schema.js'

/** What was answered to a write. */
export interface Answer {
  readonly status: number
  /** JSON; null where nothing was answered. */
  readonly body: unknown
}

/** A write that came with an idempotency key. */
export interface KeyedWrite {
  readonly actor: string
  readonly key: string
  /** Of method, address and body; by a key, since a body may hold a password or an id. */
  readonly fingerprint: string
  readonly nowMillis: number
}

const KEPT_MILLIS = 86_400_000
/** A write that was begun so long ago was cut off. */
const CUT_OFF_MILLIS = 60_000

/** Fields that are shown once, also where a write is repeated. */
const SHOWN_ONCE: ReadonlySet<string> = new Set(['key', 'token', 'link', 'backupCodes', 'uri', 'secret'])

const withoutSecrets = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([name]) => !SHOWN_ONCE.has(name)))
    : body

/** Does again what was cut off: of two that come at once, one. Throws CANDOR_IDEMPOTENCY_KEY_USED for the other. */
const takeOver = async (
  transaction: ControlPlane,
  { actor, idempotency_key, begun_at }: ControlPlaneTables['repetitions'],
  nowMillis: number,
): Promise<void> => {
  const rows = transaction.updateTable('repetitions').set({ begun_at: nowMillis })
  const mine = rows.where('actor', '=', actor).where('idempotency_key', '=', idempotency_key)
  const [taken] = await mine.where('begun_at', '=', begun_at).returning('actor').execute()
  if (taken === undefined) throw new CandorError('CANDOR_IDEMPOTENCY_KEY_USED')
}

/** Begins a write: undefined where it is new, what was answered where it is repeated. Throws CANDOR_IDEMPOTENCY_KEY_USED. */
const begin = (controlPlane: ControlPlane, { actor, key, fingerprint, nowMillis }: KeyedWrite) =>
  controlPlane.transaction().execute(async (transaction): Promise<Answer | undefined> => {
    const request_hash = fingerprint
    await transaction
      .deleteFrom('repetitions')
      .where('begun_at', '<', nowMillis - KEPT_MILLIS)
      .execute()
    const row = { actor, idempotency_key: key, request_hash, status: null, answer: null, begun_at: nowMillis }
    const [made] = await transaction
      .insertInto('repetitions')
      .values(row)
      .onConflict((conflict) => conflict.columns(['actor', 'idempotency_key']).doNothing())
      .returning('actor')
      .execute()
    if (made !== undefined) return undefined
    const mine = transaction.selectFrom('repetitions').where('actor', '=', actor)
    const found = await mine.where('idempotency_key', '=', key).selectAll().executeTakeFirstOrThrow()
    if (found.request_hash !== request_hash) throw new CandorError('CANDOR_IDEMPOTENCY_KEY_USED')
    if (found.status !== null)
      return { status: found.status, body: JSON.parse(found.answer ?? 'null') as unknown }
    if (found.begun_at > nowMillis - CUT_OFF_MILLIS) throw new CandorError('CANDOR_IDEMPOTENCY_KEY_USED')
    await takeOver(transaction, found, nowMillis)
    return undefined
  })

/**
 * Does a write once for its key: the same again is answered alike for a day, without what is shown once. A write that
 * is refused may be tried again with its key; one that was cut off by a crash is done again after a minute.
 */
export const onlyOnce = async (
  controlPlane: ControlPlane,
  write: KeyedWrite,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  const repeated = await begin(controlPlane, write)
  if (repeated !== undefined) return repeated
  const { actor, key } = write
  try {
    const answer = await work()
    const kept = { status: answer.status, answer: JSON.stringify(withoutSecrets(answer.body) ?? null) }
    const rows = controlPlane.updateTable('repetitions').set(kept).where('actor', '=', actor)
    await rows.where('idempotency_key', '=', key).execute()
    return answer
  } catch (error) {
    const rows = controlPlane.deleteFrom('repetitions').where('actor', '=', actor)
    await rows.where('idempotency_key', '=', key).execute()
    throw error
  }
}
