import type { ErrorCode, Practices } from '@candor/practices'
import { followChanges, type Reloads } from './control-plane/follow-changes.js'
import { openProductKeys } from './control-plane/keys-in-force.js'
import { openLaneStops } from './control-plane/lane-stops.js'
import { openControlPlane } from './control-plane/open-control-plane.js'
import { openPracticesVersions } from './control-plane/practices-versions.js'
import { openSettingsInForce } from './control-plane/settings-in-force.js'
import { openLastKnown } from './last-known/keep-last-known.js'
import type { ServedProduct } from './options.js'

/** What the control plane is opened with. */
export interface ControlOptions {
  readonly products: readonly ServedProduct[]
  readonly now: () => number
  /** remember: the products' practices are noted as served. read: a collector process, beside a service that did that. */
  readonly purpose: 'remember' | 'read'
  readonly onFailure: (code: ErrorCode, error: unknown) => void
  /** Where what collectors decide by is kept as it was known last. Default: nowhere. */
  readonly copy?: string | undefined
}

/** Opens the control plane at a place, and what of it is answered from memory. */
export const openControl = async (place: string, options: ControlOptions) => {
  const { products, now, purpose, onFailure, copy } = options
  const controlPlane = await openControlPlane(place)
  const given = products.map(({ practices }) => practices)
  const versions = await openPracticesVersions(controlPlane, purpose === 'remember' ? given : [], now())
  /** What is served now, one a product; a version that is published takes its predecessor's place. */
  const served: Practices[] = given.map((practices) => versions.current(practices))
  const configured = products.flatMap(({ practices, keys = [] }) =>
    keys.map((key) => ({ product: practices.product, key })),
  )
  const keys = await openProductKeys(controlPlane, configured, now)
  const settings = await openSettingsInForce(controlPlane, served)
  const laneStops = await openLaneStops(controlPlane)
  const lastKnown =
    copy === undefined ? undefined : await openLastKnown({ controlPlane, path: copy, onFailure })
  await lastKnown?.keep()
  /** Follows what is changed elsewhere, and what else is read again then. */
  const follow = (others: Reloads) =>
    followChanges(
      controlPlane,
      { settings: settings.reload, keys: keys.reload, 'lane-stops': laneStops.reload, ...others },
      {
        onAway: (error) => onFailure('CANDOR_CONTROL_PLANE_AWAY', error),
        ...(lastKnown !== undefined && { onChanged: lastKnown.keep }),
      },
    )
  return {
    controlPlane,
    keys,
    settings,
    laneStops,
    served,
    versions,
    follow,
    /** Asks it something; rejects where it is away. */
    read: () => controlPlane.selectFrom('revisions').select('name').limit(1).execute(),
    /** Keeps what was changed a moment ago as what is known last. */
    keep: async () => lastKnown?.keep(),
    close: async () => {
      await lastKnown?.close()
      await controlPlane.destroy()
    },
  }
}

/** The control plane, opened. */
export type Control = Awaited<ReturnType<typeof openControl>>
