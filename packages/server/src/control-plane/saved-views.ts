import { CandorError } from '@candor/practices'
import { change, type ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'

/** A view of the insights under a name. */
export interface SavedView {
  readonly name: string
  /** Its path and query: the whole view stands in it. */
  readonly address: string
}

/** Views of a product that are kept at most. */
const MOST_VIEWS = 500

/** The saved views of a product, by name. */
export const listViews = async (controlPlane: ControlPlane, product: string): Promise<readonly SavedView[]> =>
  controlPlane
    .selectFrom('saved_views')
    .select(['name', 'address'])
    .where('product', '=', product)
    .orderBy('name')
    .execute()

const find = (controlPlane: ControlPlane, product: string, name: string) =>
  controlPlane
    .selectFrom('saved_views')
    .select('address')
    .where('product', '=', product)
    .where('name', '=', name)
    .executeTakeFirst()

const requireRoom = async (transaction: ControlPlane, product: string): Promise<void> => {
  const views = await listViews(transaction, product)
  if (views.length >= MOST_VIEWS)
    throw new CandorError('CANDOR_QUERY_REFUSED', { views: `at most ${MOST_VIEWS}; remove some` })
}

/** Keeps a view under its name, in the place of one that has it, with the entry of the audit log. */
export const saveView = async (
  controlPlane: ControlPlane,
  by: ChangedBy,
  { product, name, address }: SavedView & { readonly product: string },
): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const before = await find(transaction, product, name)
    if (before === undefined) await requireRoom(transaction, product)
    await transaction
      .insertInto('saved_views')
      .values({ product, name, address })
      .onConflict((conflict) => conflict.columns(['product', 'name']).doUpdateSet({ address }))
      .execute()
    const target = `${product} / ${name}`
    return {
      result: undefined,
      fact: { action: 'view.save', target, ...(before && { before: before.address }), after: address },
    }
  })

/** Removes a view. Throws CANDOR_NOT_FOUND. */
export const removeView = async (
  controlPlane: ControlPlane,
  by: ChangedBy,
  { product, name }: { readonly product: string; readonly name: string },
): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const before = await find(transaction, product, name)
    if (before === undefined) throw new CandorError('CANDOR_NOT_FOUND', { view: 'no view of this name' })
    const ofProduct = transaction.deleteFrom('saved_views').where('product', '=', product)
    await ofProduct.where('name', '=', name).execute()
    const fact = { action: 'view.remove', target: `${product} / ${name}`, before: before.address } as const
    return { result: undefined, fact }
  })
