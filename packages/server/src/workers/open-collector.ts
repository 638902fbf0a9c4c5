import { join } from 'node:path'
import type { ErrorCode } from '@candor/practices'
import type { LimitOptions } from '../admission/limits.js'
import { createRoomCheck } from '../admission/room-check.js'
import type { FirstHandler } from '../http/app.js'
import { lastWrittenMillis } from '../health/read-health.js'
import { openClientAddress } from '../http/open-client-address.js'
import { compileVersions } from '../catalogue/compile-versions.js'
import { openControl, type Control } from '../open-control.js'
import { openDoor } from '../open-entrance.js'
import { createRetentionByProduct } from '../retention/retention-by-product.js'
import type { ServedProduct } from '../options.js'
import { openFileKeySource } from '../pseudonym/file-key-source.js'
import { createPseudonyms } from '../pseudonym/pseudonyms.js'
import { createSpool } from '../spool/create-spool.js'
import { createErasedChecks } from '../subject/erased-check.js'
import { openGraveyard } from '../subject/graveyard.js'
import { openSubjectSecret } from '../subject/subject-secret.js'

/** What a collector is opened with. */
export interface CollectorParts {
  readonly dataFolder: string
  /** Where the control plane is. */
  readonly control: string
  readonly products: readonly ServedProduct[]
  readonly limits: LimitOptions
  readonly trustedProxies: readonly string[]
  readonly now: () => number
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

/** The way of a report from HTTP to the spool, in a process beside the one that has the store. */
export interface Collector {
  readonly ingest: FirstHandler
  /** Reads settings, keys, erasures and published versions again; then waits until all that was admitted before is durable. */
  refresh(): Promise<void>
  close(): Promise<void>
}

type Compiled = ReturnType<typeof compileVersions>

/** Makes what reads again which practices were published, and compiles those of the products that have new ones. */
const createReloadVersions =
  (
    products: readonly ServedProduct[],
    { versions, served }: Control,
    admitted: Map<string, Compiled>,
    compile: (product: string) => Compiled,
  ) =>
  async (): Promise<void> => {
    const before = new Map(
      products.map(({ practices: { product } }) => [product, versions.of(product).length]),
    )
    await versions.reload()
    for (const [place, { practices }] of products.entries()) {
      if (versions.of(practices.product).length === before.get(practices.product)) continue
      served[place] = versions.current(practices)
      admitted.set(practices.product, compile(practices.product))
    }
  }

/** Opens a collector on the data folder of a service that runs. */
export const openCollector = async ({
  dataFolder,
  control: place,
  products,
  limits,
  trustedProxies,
  now,
  onFailure,
}: CollectorParts): Promise<Collector> => {
  const at = (name: string): string => join(dataFolder, name)
  const path = at('keyring.json')
  const keySource = await openFileKeySource({ path, whenMissing: 'refuse', nowMillis: now(), onFailure })
  const pseudonyms = createPseudonyms(keySource)
  const control = await openControl(place, { products, now, purpose: 'read', onFailure })
  const { controlPlane, keys, settings, laneStops, versions } = control
  const secret = await openSubjectSecret(at('subject-secret'))
  const graveyard = await openGraveyard({ controlPlane, secret })
  const versionsOf = (product: string) => versions.of(product).map((version) => version.practices)
  const erasedChecks = createErasedChecks({ graveyard, keySource, pseudonyms }, versionsOf)
  const seenMillis = lastWrittenMillis(at('spool'))
  const spool = createSpool({ folder: at('spool'), now })
  const retentionOf = createRetentionByProduct(versionsOf)
  const compile = (product: string) =>
    compileVersions(product, versions.of(product), { settings, pseudonyms, erasedChecks, retentionOf })
  const admitted = new Map(products.map(({ practices: { product } }) => [product, compile(product)]))
  const reloadVersions = createReloadVersions(products, control, admitted, compile)
  const following = control.follow({ tombstones: graveyard.reload, practices: reloadVersions })
  const hasRoom = createRoomCheck(dataFolder, now)
  const clientAddress = openClientAddress(trustedProxies)
  const entered = { keys, laneStops, spool, hasRoom, clientAddress, versions: admitted }
  return {
    ingest: openDoor(entered, { limits, now, seenMillis, onFailure }).ingest,
    refresh: async () => {
      await Promise.all([
        settings.reload(),
        keys.reload(),
        graveyard.reload(),
        laneStops.reload(),
        reloadVersions(),
      ])
      await spool.settled()
    },
    close: async () => {
      await following.stop()
      await spool.close()
      await control.close()
      keySource.close()
    },
  }
}
