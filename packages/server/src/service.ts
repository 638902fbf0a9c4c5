import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { practicesId } from '@candor/practices'
import type { AdmissionScope, AdmittedVersion } from './admission/admit.js'
import { createRoomCheck } from './admission/room-check.js'
import { createPermissions } from './admission/permissions.js'
import { compileProduct } from './admission/product.js'
import { openControlPlane } from './control-plane/open-control-plane.js'
import { openSigner } from './signer.js'
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
import { openFileKeySource } from './pseudonym/file-key-source.js'
import { createPseudonyms, type Pseudonyms } from './pseudonym/pseudonyms.js'
import { createSpool } from './spool/create-spool.js'
import { openEmbeddedStore } from './store/embedded-store.js'
import { openSubjects } from './subject/open-subjects.js'
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
  const configured = products.flatMap(({ practices, keys = [] }) =>
    keys.map((key) => ({ product: practices.product, key })),
  )
  return {
    controlPlane,
    keys: await openProductKeys(controlPlane, configured),
    settings: await openSettingsInForce(controlPlane, served),
    versions: await openPracticesVersions(controlPlane, served, now()),
    policySigner: openSigner(at('policy-signing-key.pem')),
    close: () => controlPlane.destroy(),
  }
}

type Control = Awaited<ReturnType<typeof openControl>>

/** Every version that reports may name, compiled; of two with one number the one that was served last counts. */
const compileVersions = (
  product: string,
  { versions, settings }: Control,
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

const addressOf = (host: string, { port }: AddressInfo): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

type Close = () => Promise<void>

/** Closes what was opened, the last first. */
const closeAll = async (opened: readonly Close[]): Promise<void> => {
  for (const close of opened.toReversed()) await close()
}

/** The keys of pseudonyms; they are made for a new data folder only. */
const openKeys = (at: (name: string) => string, { now, onFailure }: SettledOptions) => {
  const hasData = ['store', 'spool'].some((name) => existsSync(at(name)))
  const whenMissing = hasData ? 'refuse' : 'create'
  return openFileKeySource({ path: at('keyring.json'), whenMissing, nowMillis: now(), onFailure })
}

/** Opens the way from admission to insight, room by room, and notes how each is closed. */
const openWay = async (options: SettledOptions, opened: Close[]) => {
  const { now, onFailure } = options
  const at = openFolder(options.dataFolder)
  const keySource = await openKeys(at, options)
  opened.push(async () => keySource.close())
  const pseudonyms = createPseudonyms(keySource)
  // The store comes first, since it refuses a folder that another process uses.
  const store = await openEmbeddedStore({ folder: at('store') })
  opened.push(() => store.close())
  const control = await openControl(at, options)
  opened.push(control.close)
  const products = options.products.map(({ practices }) => practices)
  const everServed = products.flatMap(({ product }) => control.versions.of(product))
  await store.prepare(everServed.map(({ practices }) => practices))
  const spool = createSpool({ folder: at('spool') })
  opened.push(() => spool.close())
  const loader = createLoader({ spool, store, now })
  opened.push(() => loader.stop())
  opened.push(startUpkeep({ spool, now, onFailure }))
  const { controlPlane, versions } = control
  const versionsOf = (product: string) => versions.of(product).map(({ practices }) => practices)
  const kept = { at, controlPlane, spool, store, loader, keySource, pseudonyms }
  const { erasedChecks, ...subject } = await openSubjects({ ...kept, versionsOf, now, onFailure })
  opened.push(() => subject.eraser.stop())

  const admitted = products.map(
    ({ product }) => [product, compileVersions(product, control, pseudonyms, erasedChecks(product))] as const,
  )
  const hasRoom = createRoomCheck(options.dataFolder, now)
  const ingest = createIngest({
    products: new Map(admitted),
    keys: control.keys,
    spool,
    hasRoom,
    now,
    onFailure,
  })
  const insight = createInsight({ store, groupMinimum: options.groupMinimum })
  const requireOperator = createRequireOperator(readOperatorToken(at('operator-token')))
  return { ...control, ...subject, products, store, spool, loader, ingest, insight, requireOperator }
}

/**
 * Starts the service: http -> admission -> pseudonym -> spool -> loader -> store -> insight, composed here. Throws a
 * CandorError where the keyring, the data folder or the configuration cannot be used, after closing what was opened.
 */
export const createService = async (given: ServiceOptions): Promise<Service> => {
  const options = settleOptions(given)
  const opened: Close[] = []
  try {
    const way = await openWay(options, opened)
    const app = createApp(way.ingest, options.onFailure)
    const { now, staticFolders, endpoints } = options
    await addRoutes(app, { ...way, now, staticFolders, endpoints })
    opened.push(() => app.close())
    await app.listen({ host: options.host, port: options.port })
    way.loader.start()
    way.eraser.start()
    return {
      url: addressOf(options.host, app.server.address() as AddressInfo),
      settle: () => way.loader.flush(),
      close: () => closeAll(opened),
    }
  } catch (error) {
    await closeAll(opened)
    throw error
  }
}
