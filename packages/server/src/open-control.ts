import type { Practices } from '@candor/practices'
import { openLaneStops } from './control-plane/lane-stops.js'
import { openControlPlane } from './control-plane/open-control-plane.js'
import { openPracticesVersions } from './control-plane/practices-versions.js'
import { openProductKeys } from './control-plane/product-keys.js'
import { openSettingsInForce } from './control-plane/settings-in-force.js'
import type { ServedProduct } from './options.js'

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
  const given = products.map(({ practices }) => practices)
  const versions = await openPracticesVersions(controlPlane, purpose === 'remember' ? given : [], nowMillis)
  /** What is served now, one a product; a version that is published takes its predecessor's place. */
  const served: Practices[] = given.map((practices) => versions.current(practices))
  const configured = products.flatMap(({ practices, keys = [] }) =>
    keys.map((key) => ({ product: practices.product, key })),
  )
  return {
    controlPlane,
    keys: await openProductKeys(controlPlane, configured),
    settings: await openSettingsInForce(controlPlane, served),
    laneStops: await openLaneStops(controlPlane),
    served,
    versions,
    read: () => controlPlane.selectFrom('revisions').select('name').limit(1).execute(),
    close: () => controlPlane.destroy(),
  }
}

/** The control plane, opened. */
export type Control = Awaited<ReturnType<typeof openControl>>
