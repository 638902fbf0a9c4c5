import { join } from 'node:path'
import type { ErrorCode } from '@candor/practices'
import { createRoomCheck } from '../admission/room-check.js'
import type { FirstHandler } from '../http/app.js'
import { createIngest } from '../http/ingest.js'
import { compileVersions } from '../catalogue/compile-versions.js'
import { openControl } from '../open-control.js'
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
  readonly products: readonly ServedProduct[]
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

/** Opens a collector on the data folder of a service that runs. */
export const openCollector = async ({
  dataFolder,
  products,
  now,
  onFailure,
}: CollectorParts): Promise<Collector> => {
  const at = (name: string): string => join(dataFolder, name)
  const keySource = await openFileKeySource({
    path: at('keyring.json'),
    whenMissing: 'refuse',
    nowMillis: now(),
    onFailure,
  })
  const pseudonyms = createPseudonyms(keySource)
  const control = await openControl(at('control-plane.db'), { products, nowMillis: now(), purpose: 'read' })
  const { controlPlane, keys, settings, versions } = control
  const secret = await openSubjectSecret(at('subject-secret'))
  const graveyard = await openGraveyard({ controlPlane, secret })
  const versionsOf = (product: string) => versions.of(product).map(({ practices }) => practices)
  const erasedChecks = createErasedChecks({ graveyard, keySource, pseudonyms }, versionsOf)
  const spool = createSpool({ folder: at('spool'), now })
  const retentionOf = createRetentionByProduct(versionsOf)
  const compile = (product: string) =>
    compileVersions(product, versions.of(product), { settings, pseudonyms, erasedChecks, retentionOf })
  const admitted = new Map(products.map(({ practices: { product } }) => [product, compile(product)]))
  const reloadVersions = async (): Promise<void> => {
    const before = new Map(
      products.map(({ practices: { product } }) => [product, versions.of(product).length]),
    )
    await versions.reload()
    for (const [place, { practices }] of products.entries()) {
      if (versions.of(practices.product).length === before.get(practices.product)) continue
      control.served[place] = versions.current(practices)
      admitted.set(practices.product, compile(practices.product))
    }
  }
  const hasRoom = createRoomCheck(dataFolder, now)
  return {
    ingest: createIngest({ products: admitted, keys, spool, hasRoom, now, onFailure }),
    refresh: async () => {
      await Promise.all([settings.reload(), keys.reload(), graveyard.reload(), reloadVersions()])
      await spool.settled()
    },
    close: async () => {
      await spool.close()
      await control.close()
      keySource.close()
    },
  }
}
