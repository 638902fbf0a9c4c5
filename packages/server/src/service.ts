import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createPermissions } from './admission/permissions.js'
import { compileProduct } from './admission/product.js'
import { openControlPlane } from './control-plane/open-control-plane.js'
import { openProductKeys } from './control-plane/product-keys.js'
import { openSettingsInForce } from './control-plane/settings-in-force.js'
import { createApp } from './http/app.js'
import { createIngest, type Collected } from './http/ingest.js'
import { createRequireOperator, readOperatorToken } from './http/operator.js'
import { addRoutes } from './http/routes.js'
import { createInsight } from './insight/create-insight.js'
import { createLoader } from './loader/create-loader.js'
import { settleOptions, type ServiceOptions } from './options.js'
import { openKeyring } from './pseudonym/keyring.js'
import { createPseudonyms } from './pseudonym/pseudonyms.js'
import { createSpool } from './spool/create-spool.js'
import { openEmbeddedStore } from './store/embedded-store.js'

/** A running service. */
export interface Service {
  /** Where it answers, such as http://127.0.0.1:8787. */
  readonly url: string
  /** Moves all that waits to the store, so that it can be asked for. */
  settle(): Promise<void>
  /** Stops taking requests, moves what waits, and closes. What was acknowledged is kept. */
  close(): Promise<void>
}

/**
 * Starts the service: http -> admission -> pseudonym -> spool -> loader -> store -> insight, composed here. Throws a
 * CandorError where the keyring, the data folder or the configuration cannot be used.
 */
export const createService = async (given: ServiceOptions): Promise<Service> => {
  const options = settleOptions(given)
  const { dataFolder, products, now, onFailure, groupMinimum } = options
  const practices = products.map((served) => served.practices)
  const at = (name: string): string => join(dataFolder, name)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  chmodSync(dataFolder, 0o700)

  const pseudonyms = createPseudonyms(
    openKeyring(at('keyring.json'), existsSync(at('store')) ? 'refuse' : 'create'),
  )
  const controlPlane = await openControlPlane(at('control-plane.db'))
  const keys = await openProductKeys(controlPlane)
  const settings = await openSettingsInForce(controlPlane)
  for (const served of products)
    for (const key of served.keys ?? []) await keys.allow(served.practices.product, key, now())

  const store = await openEmbeddedStore({ folder: at('store') })
  await store.prepare(practices)
  const spool = createSpool({ folder: at('spool') })
  const loader = createLoader({ spool, store, now })
  loader.start()

  const collect = (compiled: Collected['product']): Collected => ({
    product: compiled,
    permissions: createPermissions(compiled.practices, settings),
  })
  const collected = new Map(
    practices.map((each) => [each.product, collect(compileProduct(each, pseudonyms))]),
  )
  const app = createApp(createIngest({ products: collected, keys, spool, now, onFailure }), onFailure)
  const insight = createInsight({ store, groupMinimum })
  const requireOperator = createRequireOperator(readOperatorToken(at('operator-token')))
  await addRoutes(app, {
    products: practices,
    keys,
    settings,
    spool,
    store,
    insight,
    requireOperator,
    now,
    staticFolders: options.staticFolders,
  })
  await app.listen({ host: options.host, port: options.port })

  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    settle: () => loader.flush(),
    close: async () => {
      await app.close()
      await loader.stop()
      await spool.close()
      await store.close()
      await controlPlane.destroy()
    },
  }
}
