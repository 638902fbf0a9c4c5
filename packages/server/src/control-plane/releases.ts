import { CandorError } from '@candor/practices'
import { change, type ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'

/** A version of a product that came out. */
export interface Release {
  readonly version: string
  /** Such as 2026-11-22 (UTC). */
  readonly day: string
}

/** Releases of a product that are kept at most. */
const MOST_RELEASES = 1000

/** The releases of a product, the oldest first. */
export const listReleases = async (
  controlPlane: ControlPlane,
  product: string,
): Promise<readonly Release[]> =>
  controlPlane
    .selectFrom('releases')
    .select(['version', 'day'])
    .where('product', '=', product)
    .orderBy('day')
    .orderBy('version')
    .execute()

const find = (controlPlane: ControlPlane, product: string, version: string) =>
  controlPlane
    .selectFrom('releases')
    .select('day')
    .where('product', '=', product)
    .where('version', '=', version)
    .executeTakeFirst()

const requireRoom = async (transaction: ControlPlane, product: string): Promise<void> => {
  const releases = await listReleases(transaction, product)
  if (releases.length >= MOST_RELEASES)
    throw new CandorError('CANDOR_QUERY_REFUSED', { releases: `at most ${MOST_RELEASES}; forget some` })
}

/** Notes when a version came out, or that it did on another day, with the entry of the audit log. */
export const noteRelease = async (
  controlPlane: ControlPlane,
  by: ChangedBy,
  { product, version, day }: Release & { readonly product: string },
): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const before = await find(transaction, product, version)
    if (before === undefined) await requireRoom(transaction, product)
    await transaction
      .insertInto('releases')
      .values({ product, version, day })
      .onConflict((conflict) => conflict.columns(['product', 'version']).doUpdateSet({ day }))
      .execute()
    const target = `${product} / ${version}`
    return {
      result: undefined,
      fact: { action: 'release.note', target, ...(before && { before: before.day }), after: day },
    }
  })

/** Forgets a release. Throws CANDOR_NOT_FOUND. */
export const forgetRelease = async (
  controlPlane: ControlPlane,
  by: ChangedBy,
  { product, version }: { readonly product: string; readonly version: string },
): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const before = await find(transaction, product, version)
    if (before === undefined) throw new CandorError('CANDOR_NOT_FOUND', { release: 'not noted' })
    const ofProduct = transaction.deleteFrom('releases').where('product', '=', product)
    await ofProduct.where('version', '=', version).execute()
    const fact = { action: 'release.forget', target: `${product} / ${version}`, before: before.day } as const
    return { result: undefined, fact }
  })
