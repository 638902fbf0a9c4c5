import { CandorError, type Practices } from '@candor/practices'
import { diffPractices } from '@candor/practices/review'
import type { Catalogue } from '../../catalogue/create-catalogue.js'
import { approve, listApprovals, type Approval } from '../../control-plane/approvals.js'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import type { PracticesVersions, ServedVersion } from '../../control-plane/practices-versions.js'
import { findPractices } from '../../http/find-practices.js'
import { isoOf } from '../../people/grants.js'
import { roleOf } from '../../people/principal.js'
import type { Handlers } from '../call.js'
import type { PRACTICES_ROUTES } from '../contract/practices-routes.js'

/** What the routes of practices need. */
export interface PracticesParts {
  readonly products: readonly Practices[]
  readonly versions: PracticesVersions
  readonly catalogue: Catalogue
  readonly controlPlane: ControlPlane
}

const neverServed = (): CandorError =>
  new CandorError('CANDOR_NOT_FOUND', { practices: 'never served in that version' })

/** A version that was served, as everybody may know it. */
const plain = (
  { products, versions }: PracticesParts,
  { practices, fingerprint, servedMillis }: ServedVersion,
) => {
  const { product, version } = practices
  const served = findPractices(products, product)
  const current = versions.of(product).find((each) => each.practices.version === served.version)
  return {
    version,
    fingerprint,
    servedAt: isoOf(servedMillis),
    isServed: current?.fingerprint === fingerprint,
  }
}

const reviewed = (parts: PracticesParts, version: ServedVersion, approvals: readonly Approval[]) => ({
  ...plain(parts, version),
  publishedBy: version.publishedBy,
  approvals: approvals
    .filter(({ fingerprint }) => fingerprint === version.fingerprint)
    .map(({ name, role, note, approvedMillis }) => ({ by: name, role, note, at: isoOf(approvedMillis) })),
})

type Routes = Handlers<typeof PRACTICES_ROUTES>

const reviewHandlers = (parts: PracticesParts): Pick<Routes, 'listReviews' | 'approveVersion'> => {
  const { products, versions, controlPlane } = parts
  return {
    listReviews: async ({ query }) => {
      const { product } = findPractices(products, query.product)
      const approvals = await listApprovals(controlPlane, product)
      return { versions: versions.of(product).map((version) => reviewed(parts, version, approvals)) }
    },
    approveVersion: async ({ principal, body, by }) => {
      const { product } = findPractices(products, body.product)
      const { version, fingerprint, note = null } = body
      const found = versions
        .of(product)
        .find((each) => each.practices.version === version && each.fingerprint === fingerprint)
      if (found === undefined) throw neverServed()
      await approve(controlPlane, { product, version, fingerprint, note, role: roleOf(principal) ?? '' }, by)
      return reviewed(parts, found, await listApprovals(controlPlane, product))
    },
  }
}

/** Products and the versions of their practices. */
export const practicesHandlers = (parts: PracticesParts): Routes => {
  const { products, versions, catalogue } = parts
  const numbered = (product: string, number: number): ServedVersion => {
    const found = versions.of(product).find(({ practices }) => practices.version === number)
    if (found === undefined) throw neverServed()
    return found
  }
  return {
    ...reviewHandlers(parts),
    listProducts: async () => ({
      products: products.map(({ product, version, name }) => ({
        product,
        version,
        name,
        fingerprint: numbered(product, version).fingerprint,
      })),
    }),
    listVersions: async ({ query }) => ({
      versions: versions
        .of(findPractices(products, query.product).product)
        .map((version) => plain(parts, version)),
    }),
    publishVersion: async ({ body, by }) => catalogue.publish(body, by),
    diffVersions: async ({ query }) => {
      const { product } = findPractices(products, query.product)
      return diffPractices(numbered(product, query.from).practices, numbered(product, query.to).practices)
    },
  }
}
