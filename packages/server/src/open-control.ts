import { practicesId } from '@candor/practices'
import type { AdmissionScope, AdmittedVersion } from './admission/admit.js'
import { createPermissions } from './admission/permissions.js'
import { compileProduct } from './admission/product.js'
import { openControlPlane } from './control-plane/open-control-plane.js'
import { openPracticesVersions } from './control-plane/practices-versions.js'
import { openProductKeys } from './control-plane/product-keys.js'
import { openSettingsInForce } from './control-plane/settings-in-force.js'
import type { ServedProduct } from './options.js'
import type { Pseudonyms } from './pseudonym/pseudonyms.js'

/** What the control plane is opened with. */
export interface ControlOptions {
  readonly products: readonly ServedProduct[]
  readonly nowMillis: number
  /** remember: the products' practices are noted as served. read: a collector process, beside a service that did that. */
  readonly purpose: 'remember' | 'read'
}

/** Opens the control plane in a file, and what of it is answered from memory. */
export const openControl = async (path: string, { products, nowMillis, purpose }: ControlOptions) => {
  const controlPlane = await openControlPlane(path)
  const served = products.map(({ practices }) => practices)
  const configured = products.flatMap(({ practices, keys = [] }) =>
    keys.map((key) => ({ product: practices.product, key })),
  )
  return {
    controlPlane,
    keys: await openProductKeys(controlPlane, configured),
    settings: await openSettingsInForce(controlPlane, served),
    versions: await openPracticesVersions(controlPlane, purpose === 'remember' ? served : [], nowMillis),
    read: () => controlPlane.selectFrom('revisions').select('name').limit(1).execute(),
    close: () => controlPlane.destroy(),
  }
}

/** The control plane, opened. */
export type Control = Awaited<ReturnType<typeof openControl>>

/** Every version that reports may name, compiled; of two with one number the one that was served last counts. */
export const compileVersions = (
  product: string,
  { versions, settings }: Pick<Control, 'versions' | 'settings'>,
  pseudonyms: Pseudonyms,
  isErased: AdmittedVersion['isErased'] & {},
): AdmissionScope['versions'] =>
  new Map(
    versions
      .of(product)
      .toReversed()
      .map(({ practices }): [string, AdmittedVersion] => [
        practicesId(practices),
        {
          product: compileProduct(practices, pseudonyms),
          permissions: createPermissions(practices, settings),
          isErased,
        },
      ]),
  )
