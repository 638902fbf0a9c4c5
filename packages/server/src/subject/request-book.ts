import { randomBytes } from 'node:crypto'
import { CandorError, type DataCategory, type Receipt } from '@candor/practices'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import type { ControlPlaneTables } from '../control-plane/schema.js'
import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import type { Subject } from './subject.js'
import type { SubjectSecret } from './subject-secret.js'

/** An erasure that is not completed yet. */
export interface OpenRequest {
  readonly id: string
  readonly lane: Lane
  readonly subject: Subject
  /** Milliseconds since 1970. */
  readonly requestedMillis: number
  /** Reports that were found; undefined until they were counted. */
  readonly counted: number | undefined
}

/** How far an erasure is, as who asked for it is told. */
export interface RequestState {
  readonly request: string
  readonly product: string
  readonly category: DataCategory
  readonly state: 'accepted' | 'done'
  readonly receipt?: Receipt
}

/** The erasures that were asked for, kept in the control plane. */
export interface RequestBook {
  /** Notes a request durably and answers its random id; one that is repeated while it is open keeps its id. Throws CANDOR_BUSY where too many are open. */
  accept(lane: Lane, subject: Subject, nowMillis: number): Promise<string>
  /** The open requests: those that were counted first, then the oldest. */
  open(): Promise<readonly OpenRequest[]>
  /** Keeps what was found before the first of it is deleted, so that the number is right after a crash, too. */
  count(id: string, found: number): Promise<void>
  /** Completes a request, and drops its ids. */
  complete(id: string, receipt: Receipt, completedMillis: number): Promise<void>
  /** How far a request is; undefined where there is none of that id. */
  find(id: string): Promise<RequestState | undefined>
  /** Reports that were erased, by category; of a product or of all. */
  erased(product?: string): Promise<Readonly<Record<DataCategory, number>>>
}

const ID_BYTES = 18
const MOST_OPEN = 10_000

/** A row whose ids are there, as it is worked on. */
const openRequest = (secret: SubjectSecret, row: ControlPlaneTables['subject_requests']): OpenRequest => ({
  id: row.id,
  lane: { product: row.product, category: row.category },
  subject: { by: row.subject_by, ids: JSON.parse(secret.open(row.sealed_ids ?? '')) as readonly never[] },
  requestedMillis: row.requested_at,
  counted: row.erased ?? undefined,
})

const createReads = (
  controlPlane: ControlPlane,
  secret: SubjectSecret,
): Pick<RequestBook, 'open' | 'find' | 'erased'> => ({
  open: async () => {
    const rows = await controlPlane
      .selectFrom('subject_requests')
      .selectAll()
      .where('completed_at', 'is', null)
      .orderBy('requested_at')
      .execute()
    return rows
      .map((row) => openRequest(secret, row))
      .toSorted((a, b) => Number(a.counted === undefined) - Number(b.counted === undefined))
  },
  find: async (id) => {
    const rows = controlPlane.selectFrom('subject_requests').where('id', '=', id)
    const row = await rows.select(['product', 'category', 'receipt']).executeTakeFirst()
    if (row === undefined) return undefined
    const { product, category, receipt } = row
    if (receipt === null) return { request: id, product, category, state: 'accepted' }
    return { request: id, product, category, state: 'done', receipt: JSON.parse(receipt) as Receipt }
  },
  erased: async (product) => {
    const done = controlPlane.selectFrom('subject_requests').where('completed_at', 'is not', null)
    const chosen = product === undefined ? done : done.where('product', '=', product)
    const rows = await chosen
      .select(({ fn }) => ['category', fn.sum('erased').as('erased')])
      .groupBy('category')
      .execute()
    const of = (category: DataCategory): number =>
      Number(rows.find((row) => row.category === category)?.erased ?? 0)
    return { census: of('census'), usage: of('usage'), error: of('error') }
  },
})

const createAccept = (controlPlane: ControlPlane, secret: SubjectSecret): RequestBook['accept'] => {
  const findOpen = async (fingerprint: string): Promise<string | undefined> => {
    const rows = controlPlane.selectFrom('subject_requests').where('fingerprint', '=', fingerprint)
    return (await rows.select('id').executeTakeFirst())?.id
  }
  const isBusy = async (): Promise<boolean> => {
    const rows = controlPlane.selectFrom('subject_requests').where('completed_at', 'is', null)
    const [row] = await rows.select(({ fn }) => fn.countAll().as('open')).execute()
    return Number(row?.open ?? 0) >= MOST_OPEN
  }
  return async (lane, { by, ids }, nowMillis) => {
    const fingerprint = secret.fingerprint(
      ['request', laneKey(lane), by, ...[...ids].toSorted((a, b) => (a < b ? -1 : 1))].join('\n'),
    )
    const known = await findOpen(fingerprint)
    if (known !== undefined) return known
    if (await isBusy()) throw new CandorError('CANDOR_BUSY')
    const id = randomBytes(ID_BYTES).toString('base64url')
    const open = { completed_at: null, erased: null, receipt: null, requested_at: nowMillis }
    const sealed = { fingerprint, sealed_ids: secret.seal(JSON.stringify(ids)) }
    const { product, category } = lane
    await controlPlane
      .insertInto('subject_requests')
      .values({ id, product, category, subject_by: by, ...sealed, ...open })
      .execute()
    return id
  }
}

/** Opens the book. */
export const openRequestBook = (controlPlane: ControlPlane, secret: SubjectSecret): RequestBook => ({
  ...createReads(controlPlane, secret),
  accept: createAccept(controlPlane, secret),
  count: async (id, found) => {
    await controlPlane.updateTable('subject_requests').set({ erased: found }).where('id', '=', id).execute()
  },
  complete: async (id, receipt, completedMillis) => {
    const done = { receipt: JSON.stringify(receipt), completed_at: completedMillis }
    await controlPlane
      .updateTable('subject_requests')
      .set({ ...done, erased: receipt.erased, fingerprint: null, sealed_ids: null })
      .where('id', '=', id)
      .execute()
  },
})
