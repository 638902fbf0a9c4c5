import { change, type ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'

/** What people say of a group of errors. */
export const ERROR_GROUP_MARKS = ['resolved', 'ignored'] as const

/** What people say of a group of errors. */
export type ErrorGroupMark = (typeof ERROR_GROUP_MARKS)[number]

/** A group of errors that somebody said something of. */
export interface MarkedErrorGroup {
  readonly fingerprint: string
  readonly mark: ErrorGroupMark
  /** Milliseconds since 1970. */
  readonly markedMillis: number
}

/** A change of a group; open takes back what was said. */
export interface ErrorGroupChange {
  readonly product: string
  readonly fingerprint: string
  readonly state: ErrorGroupMark | 'open'
}

/** The groups of a product's errors that somebody said something of. */
export const markedErrorGroups = async (
  controlPlane: ControlPlane,
  product: string,
): Promise<readonly MarkedErrorGroup[]> => {
  const rows = await controlPlane
    .selectFrom('error_groups')
    .selectAll()
    .where('product', '=', product)
    .execute()
  return rows.map(({ fingerprint, mark, marked_at: markedMillis }) => ({ fingerprint, mark, markedMillis }))
}

const write = async (
  transaction: ControlPlane,
  { product, fingerprint, state }: ErrorGroupChange,
  marked_at: number,
): Promise<void> => {
  if (state === 'open') {
    const groups = transaction.deleteFrom('error_groups').where('product', '=', product)
    await groups.where('fingerprint', '=', fingerprint).execute()
    return
  }
  await transaction
    .insertInto('error_groups')
    .values({ product, fingerprint, mark: state, marked_at })
    .onConflict((conflict) =>
      conflict.columns(['product', 'fingerprint']).doUpdateSet({ mark: state, marked_at }),
    )
    .execute()
}

/** Keeps what somebody says of a group of errors, with its entry of the audit log. */
export const markErrorGroup = async (
  controlPlane: ControlPlane,
  by: ChangedBy,
  asked: ErrorGroupChange,
): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const { product, fingerprint, state } = asked
    const before = await transaction
      .selectFrom('error_groups')
      .select('mark')
      .where('product', '=', product)
      .where('fingerprint', '=', fingerprint)
      .executeTakeFirst()
    await write(transaction, asked, by.nowMillis)
    const target = `${product} / ${fingerprint}`
    const fact = {
      action: 'error-group.change',
      target,
      before: before?.mark ?? 'open',
      after: state,
    } as const
    return { result: undefined, fact }
  })
