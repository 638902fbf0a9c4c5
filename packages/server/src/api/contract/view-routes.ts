import { Type } from 'typebox'
import { INSIGHTS } from './insight-routes.js'
import { roles } from './access.js'
import type { Contract } from './route.js'
import { exactly, ProductName, ProductQuery, ViewName } from './shapes.js'

const TAG = 'insights'

const ViewAddress = Type.String({
  pattern: String.raw`^/insights(/(census|usage|errors))?(\?[!-~]{0,2000})?$`,
  description: 'The path and query of a page of the insights, such as /insights/census?period=week',
})

const SavedView = exactly({ name: ViewName, address: ViewAddress })

/** Views of the insights under names. */
export const VIEW_ROUTES = {
  listViews: {
    method: 'GET',
    path: '/api/views',
    tag: TAG,
    summary: 'The saved views of a product, by name',
    access: INSIGHTS,
    query: ProductQuery,
    answer: exactly({ product: ProductName, views: Type.Array(SavedView) }),
  },
  saveView: {
    method: 'PUT',
    path: '/api/views',
    tag: TAG,
    summary: 'Save a view under a name, in the place of one that has it',
    access: roles('operator', 'analyst'),
    body: exactly({ product: Type.Optional(ProductName), name: ViewName, address: ViewAddress }),
    status: 204,
  },
  removeView: {
    method: 'DELETE',
    path: '/api/views/:name',
    tag: TAG,
    summary: 'Remove a saved view',
    access: roles('operator', 'analyst'),
    params: exactly({ name: ViewName }),
    query: ProductQuery,
    status: 204,
  },
} as const satisfies Contract
