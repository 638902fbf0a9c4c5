import { Type } from 'typebox'
import { INSIGHTS } from './insight-routes.js'
import { roles } from './access.js'
import type { Contract } from './route.js'
import { exactly, ProductName, ProductQuery, ReleasedVersion, ReleaseDay } from './shapes.js'

const TAG = 'insights'

const Release = exactly({ version: ReleasedVersion, day: ReleaseDay })

/** When versions came out, so that charts over time can say so. */
export const RELEASE_ROUTES = {
  listReleases: {
    method: 'GET',
    path: '/api/releases',
    tag: TAG,
    summary: 'The versions of a product that came out, the oldest first',
    access: INSIGHTS,
    query: ProductQuery,
    answer: exactly({ product: ProductName, releases: Type.Array(Release) }),
  },
  noteRelease: {
    method: 'PUT',
    path: '/api/releases',
    tag: TAG,
    summary: 'Note that a version came out on a day; charts over time are marked there',
    access: roles('operator', 'analyst'),
    body: exactly({ product: Type.Optional(ProductName), version: ReleasedVersion, day: ReleaseDay }),
    status: 204,
  },
  forgetRelease: {
    method: 'DELETE',
    path: '/api/releases/:version',
    tag: TAG,
    summary: 'Mark a version no more',
    access: roles('operator', 'analyst'),
    params: exactly({ version: ReleasedVersion }),
    query: ProductQuery,
    status: 204,
  },
} as const satisfies Contract
