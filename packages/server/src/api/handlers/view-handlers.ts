import type { Practices } from '@candor/practices'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import { listViews, removeView, saveView } from '../../control-plane/saved-views.js'
import { findPractices } from '../../http/find-practices.js'
import type { Handlers } from '../call.js'
import type { VIEW_ROUTES } from '../contract/view-routes.js'

/** What the routes of saved views need. */
export interface ViewParts {
  readonly products: readonly Practices[]
  readonly controlPlane: ControlPlane
}

/** Views of the insights under names. */
export const viewHandlers = ({ products, controlPlane }: ViewParts): Handlers<typeof VIEW_ROUTES> => ({
  listViews: async ({ query }) => {
    const { product } = findPractices(products, query.product)
    const views = await listViews(controlPlane, product)
    return { product, views: views.map((view) => ({ ...view })) }
  },
  saveView: async ({ body, by }) => {
    const { product } = findPractices(products, body.product)
    await saveView(controlPlane, by, { product, name: body.name, address: body.address })
    return undefined
  },
  removeView: async ({ params, query, by }) => {
    const { product } = findPractices(products, query.product)
    await removeView(controlPlane, by, { product, name: params.name })
    return undefined
  },
})
