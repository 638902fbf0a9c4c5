import { CandorError, parseTime, type Practices } from '@candor/practices'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import { forgetRelease, listReleases, noteRelease } from '../../control-plane/releases.js'
import { findPractices } from '../../http/find-practices.js'
import type { Handlers } from '../call.js'
import type { RELEASE_ROUTES } from '../contract/release-routes.js'

/** What the routes of releases need. */
export interface ReleaseParts {
  readonly products: readonly Practices[]
  readonly controlPlane: ControlPlane
}

/** When versions came out. */
export const releaseHandlers = ({
  products,
  controlPlane,
}: ReleaseParts): Handlers<typeof RELEASE_ROUTES> => ({
  listReleases: async ({ query }) => {
    const { product } = findPractices(products, query.product)
    return { product, releases: [...(await listReleases(controlPlane, product))] }
  },
  noteRelease: async ({ body, by }) => {
    const { product } = findPractices(products, body.product)
    const { version, day } = body
    if (parseTime('census', day) === undefined)
      throw new CandorError('CANDOR_QUERY_REFUSED', { day: 'there is no such day' })
    await noteRelease(controlPlane, by, { product, version, day })
    return undefined
  },
  forgetRelease: async ({ params, query, by }) => {
    const { product } = findPractices(products, query.product)
    await forgetRelease(controlPlane, by, { product, version: params.version })
    return undefined
  },
})
