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

/** Products and the versions of their practices. */
export const practicesHandlers = (parts: PracticesParts): Handlers<typeof PRACTICES_ROUTES> => {
  const { products, versions, catalogue, controlPlane } = parts
  const plain = ({ practices, fingerprint, servedMillis }: ServedVersion) => {
    const served = findPractices(products, practices.product)
    const isServed = versions.of(practices.product).find((each) => each.practices.version === served.version)
    return {
      version: practices.version,
      fingerprint,
      servedAt: isoOf(servedMillis),
      isServed: isServed?.fingerprint === fingerprint,
    }
  }
  const reviewed = (version: ServedVersion, approvals: readonly Approval[]) => ({
    ...plain(version),
    publishedBy: version.publishedBy,
    approvals: approvals
      .filter(({ fingerprint }) => fingerprint === version.fingerprint)
      .map(({ name, role, note, approvedMillis }) => ({ by: name, role, note, at: isoOf(approvedMillis) })),
  })
  const numbered = (product: string, number: number): Practices => {
    const found = versions.of(product).find(({ practices }) => practices.version === number)
    if (found === undefined) throw neverServed()
    return found.practices
  }
  const currentFingerprint = ({ product, version }: Practices): string =>
    versions.of(product).find(({ practices }) => practices.version === version)?.fingerprint ?? ''
  return {
    listProducts: async () => ({
      products: products.map((practices) => ({
        product: practices.product,
        version: practices.version,
        name: practices.name,
        fingerprint: currentFingerprint(practices),
      })),
    }),
    listVersions: async ({ query }) => ({
      versions: versions.of(findPractices(products, query.product).product).map(plain),
    }),
    publishVersion: async ({ body, by }) => catalogue.publish(body, by),
    listReviews: async ({ query }) => {
      const { product } = findPractices(products, query.product)
      const approvals = await listApprovals(controlPlane, product)
      return { versions: versions.of(product).map((version) => reviewed(version, approvals)) }
    },
    approveVersion: async ({ principal, body, by }) => {
      const { product } = findPractices(products, body.product)
      const { version, fingerprint, note = null } = body
      const found = versions
        .of(product)
        .find((each) => each.practices.version === version && each.fingerprint === fingerprint)
      if (found === undefined) throw neverServed()
      await approve(controlPlane, { product, version, fingerprint, note, role: roleOf(principal) ?? '' }, by)
      return reviewed(found, await listApprovals(controlPlane, product))
    },
    diffVersions: async ({ query }) => {
      const { product } = findPractices(products, query.product)
      return diffPractices(numbered(product, query.from), numbered(product, query.to))
    },
  }
}
