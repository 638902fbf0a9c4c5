import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { practicesId } from '@candor/practices'
import type { AdmissionScope, AdmittedVersion } from './admission/admit.js'
import { createPermissions } from './admission/permissions.js'
import { compileProduct } from './admission/product.js'
import { openControlPlane } from './control-plane/open-control-plane.js'
import { openPolicySigner } from './control-plane/policy-signer.js'
import { openPracticesVersions } from './control-plane/practices-versions.js'
import { openProductKeys } from './control-plane/product-keys.js'
import { openSettingsInForce } from './control-plane/settings-in-force.js'
import { createApp } from './http/app.js'
import { createIngest } from './http/ingest.js'
import { createRequireOperator, readOperatorToken } from './http/operator.js'
import { addRoutes } from './http/routes.js'
import { createInsight } from './insight/create-insight.js'
import { createLoader } from './loader/create-loader.js'
import { settleOptions, type ServiceOptions, type SettledOptions } from './options.js'
import { openKeyring } from './pseudonym/keyring.js'
import { createPseudonyms, type Pseudonyms } from './pseudonym/pseudonyms.js'
import { createSpool } from './spool/create-spool.js'
import { openEmbeddedStore } from './store/embedded-store.js'
import { startUpkeep } from './upkeep.js'

/** A running service. */
export interface Service {
  /** Where it answers, such as http://127.0.0.1:8787. */
  readonly url: string
  /** Moves all that waits to the store, so that it can be asked for. */
  settle(): Promise<void>
  /** Stops taking requests, moves what waits, and closes. What was acknowledged is kept. */
  close(): Promise<void>
}

/** The folder of everything that is kept; its owner's alone. */
const openFolder = (folder: string): ((name: string) => string) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return (name) => join(folder, name)
}

const openControl = async (at: (name: string) => string, { products, now }: SettledOptions) => {
  const controlPlane = await openControlPlane(at('control-plane.db'))
  const served = products.map(({ practices }) => practices)
  const keys = await openProductKeys(controlPlane)
  for (const { practices, keys: allowed = [] } of products) {
    for (const key of allowed) await keys.allow(practices.product, key, now())
  }
  return {
    keys,
    settings: await openSettingsInForce(controlPlane, served),
    versions: await openPracticesVersions(controlPlane, served, now()),
    policySigner: openPolicySigner(at('policy-signing-key.pem')),
    close: () => controlPlane.destroy(),
  }
}

type Control = Awaited<ReturnType<typeof openControl>>

/** Every version that reports may name, compiled; of two with one number the one that was served last counts. */
const compileVersions = (
  product: string,
  { versions, settings }: Control,
  pseudonyms: Pseudonyms,
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
        },
      ]),
  )

const addressOf = (host: string, { port }: AddressInfo): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/**
 * Starts the service: http -> admission -> pseudonym -> spool -> loader -> store -> insight, composed here. Throws a
 * CandorError where the keyring, the data folder or the configuration cannot be used.
 */
export const createService = async (given: ServiceOptions): Promise<Service> => {
  const options = settleOptions(given)
  const { now, onFailure } = options
  const at = openFolder(options.dataFolder)
  const keyring = openKeyring(at('keyring.json'), existsSync(at('store')) ? 'refuse' : 'create')
  const pseudonyms = createPseudonyms(keyring)
  const control = await openControl(at, options)

  const products = options.products.map(({ practices }) => practices)
  const store = await openEmbeddedStore({ folder: at('store') })
  await store.prepare(
    products.flatMap(({ product }) => control.versions.of(product).map(({ practices }) => practices)),
  )
  const spool = createSpool({ folder: at('spool') })
  const loader = createLoader({ spool, store, now })
  loader.start()
  const stopUpkeep = startUpkeep({ spool, now, onFailure })

  const versions = products.map(
    ({ product }) => [product, compileVersions(product, control, pseudonyms)] as const,
  )
  const ingest = createIngest({ products: new Map(versions), keys: control.keys, spool, now, onFailure })
  const insight = createInsight({ store, groupMinimum: options.groupMinimum })
  const requireOperator = createRequireOperator(readOperatorToken(at('operator-token')))
  const { staticFolders, endpoints } = options
  const app = createApp(ingest, onFailure)
  await addRoutes(app, {
    ...control,
    products,
    spool,
    store,
    insight,
    requireOperator,
    now,
    staticFolders,
    endpoints,
  })
  await app.listen({ host: options.host, port: options.port })
  return {
    url: addressOf(options.host, app.server.address() as AddressInfo),
    settle: () => loader.flush(),
    close: async () => {
      await app.close()
      await stopUpkeep()
      await loader.stop()
      await spool.close()
      await store.close()
      await control.close()
    },
  }
}
