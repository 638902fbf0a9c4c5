import { CandorError } from '@candor/practices'
import { change, type ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'

/** Somebody's approval of a version of practices. */
export interface Approval {
  readonly version: number
  readonly fingerprint: string
  readonly name: string
  readonly role: string
  readonly note: string | null
  readonly approvedMillis: number
}

/** What is approved, and as what. */
export interface Approved {
  readonly product: string
  readonly version: number
  readonly fingerprint: string
  readonly note: string | null
  readonly role: string
}

/** The approvals of a product's versions, in their order. */
export const listApprovals = async (
  controlPlane: ControlPlane,
  product: string,
): Promise<readonly Approval[]> => {
  const rows = controlPlane.selectFrom('practices_approvals').selectAll().where('product', '=', product)
  return (await rows.orderBy('approved_at').execute()).map(
    ({ version, fingerprint, name, role, note, approved_at }) => ({
      version,
      fingerprint,
      name,
      role,
      note,
      approvedMillis: approved_at,
    }),
  )
}

/** Approves a version, by its fingerprint. Throws CANDOR_ALREADY_THERE where the actor approved it before. */
export const approve = (controlPlane: ControlPlane, approved: Approved, by: ChangedBy): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const { actor, nowMillis } = by
    const row = { ...approved, approver: actor.id ?? actor.kind, name: actor.name, approved_at: nowMillis }
    const [made] = await transaction
      .insertInto('practices_approvals')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['product', 'version', 'fingerprint', 'approver']).doNothing(),
      )
      .returning('approver')
      .execute()
    if (made === undefined) throw new CandorError('CANDOR_ALREADY_THERE', { approval: 'of the same account' })
    const { product, version, fingerprint, note } = approved
    const target = `${product}@${version}`
    return { result: undefined, fact: { action: 'practices.approve', target, after: { fingerprint, note } } }
  })
