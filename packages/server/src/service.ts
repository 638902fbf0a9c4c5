import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
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
import { openClientAddress } from './http/open-client-address.js'
import { createIngest } from './http/ingest.js'
import { listen } from './http/listen.js'
import { addOperationRoutes, type MetricsAccess } from './http/operation-routes.js'
import { createRequireOperator, readOperatorToken } from './http/operator.js'
import { addRoutes } from './http/routes.js'
import { readTlsFiles } from './http/tls.js'
import { createInsight } from './insight/create-insight.js'
import { createLoader } from './loader/create-loader.js'
import { openFolder } from './open-folder.js'
import { openOperation } from './operation/open-operation.js'
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
  /** Every route, as `GET /practices`, but those of ingest. */
  readonly routes: readonly string[]
  /** Reads the certificate again, where the service speaks HTTPS. */
  reload(): void
  /** Answers /readyz with 503, stops taking requests, moves what waits within a bound, and closes. What was acknowledged is kept. */
  close(): Promise<void>
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
    read: () => controlPlane.selectFrom('revisions').select('name').limit(1).execute(),
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

type Close = () => Promise<void>

/** Closes what was opened, the last first. */
const closeAll = async (opened: readonly Close[]): Promise<void> => {
  for (const close of opened.toReversed()) await close()
}

/** Opens the keyring; a new one is made for a new data folder alone. */
const openKeys = async (at: (name: string) => string, { now, onFailure }: SettledOptions) => {
  const hasData = ['store', 'spool'].some((name) => existsSync(at(name)))
  const whenMissing = hasData ? 'refuse' : 'create'
  return openFileKeySource({ path: at('keyring.json'), whenMissing, nowMillis: now(), onFailure })
}

/** Opens the rooms that keep something, the first of a report's way last, and notes how each is closed. */
const openRooms = async (options: SettledOptions, opened: Close[]) => {
  const { now, onFailure, drainMillis } = options
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
  opened.push(() => loader.stop(drainMillis))
  const upkeep: { doneMillis?: number } = {}
  const onDone = (atMillis: number): void => void (upkeep.doneMillis = atMillis)
  opened.push(startUpkeep({ spool, now, onFailure, onDone }))
  return { at, keySource, pseudonyms, store, control, products, spool, loader, upkeep }
}

/** Opens the way from admission to insight, and what watches over it. */
const openWay = async (options: SettledOptions, opened: Close[]) => {
  const { now, onFailure } = options
  const clientAddress = openClientAddress(options.trustedProxies)
  const kept = await openRooms(options, opened)
  const { at, pseudonyms, store, control, products, spool, loader, upkeep } = kept
  const { controlPlane, versions, settings } = control
  const versionsOf = (product: string) => versions.of(product).map(({ practices }) => practices)
  const { erasedChecks, ...subject } = await openSubjects({
    ...kept,
    controlPlane,
    versionsOf,
    now,
    onFailure,
  })
  opened.push(() => subject.eraser.stop())

  const admitted = products.map(
    ({ product }) => [product, compileVersions(product, control, pseudonyms, erasedChecks(product))] as const,
  )
  const hasRoom = createRoomCheck(options.dataFolder, now, options.readDisk)
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
  const rooms = { products, spool, loader, store, settings, hasRoom }
  const sources = { spoolFile: at('spool/data.mdb'), lastUpkeep: () => upkeep.doneMillis }
  const operation = openOperation({ ...rooms, ...sources, readControlPlane: control.read }, options)
  opened.push(async () => operation.stop())
  return { ...control, ...subject, ...rooms, ingest, insight, requireOperator, clientAddress, operation }
}

type Tls = ReturnType<typeof readTlsFiles> | undefined

type Way = Awaited<ReturnType<typeof openWay>>

/** Opens the addresses that the service answers at: its own, and that of the metrics where it has one. */
const openListeners = async (way: Way, options: SettledOptions, tls: Tls, opened: Close[]) => {
  const { host, port, onFailure, log, front, metricsListen, drainMillis } = options
  const { operation, requireOperator } = way
  const shared = { onFailure, log, requests: operation.requests }
  const app = createApp({ ...shared, first: way.ingest, tls })
  const metricsAccess: MetricsAccess =
    metricsListen === undefined ? { kind: 'operators', front, requireOperator } : { kind: 'nobody' }
  const routes: string[] = []
  app.addHook('onRoute', ({ method, url }) => void routes.push(`${[method].flat().join()} ${url}`))
  await addRoutes(app, { ...options, ...way, ...operation, metricsAccess })
  if (metricsListen !== undefined) {
    const metrics = createApp({ ...shared, first: () => false, tls: undefined })
    addOperationRoutes(metrics, { ...operation, metricsAccess: { kind: 'everybody' } })
    // What has an address of its own for programs of operation alone is meant to be reached without TLS.
    const { close, url } = await listen(metrics, metricsListen, { log, drainMillis, front: 'proxy' })
    opened.push(close)
    log.info({ message: 'The metrics have an address of their own', facts: { url } })
  }
  opened.push(() => app.close())
  const listener = await listen(app, { host, port }, options)
  opened.push(listener.close)
  return { ...listener, routes }
}

/**
 * Starts the service: http -> admission -> pseudonym -> spool -> loader -> store -> insight, composed here. Throws a
 * CandorError where the keyring, the data folder or the configuration cannot be used, after closing what was opened.
 */
export const createService = async (given: ServiceOptions): Promise<Service> => {
  const options = settleOptions(given)
  const opened: Close[] = []
  try {
    // First, since a service that cannot use its certificate must not open anything.
    const tls = options.tls === undefined ? undefined : readTlsFiles(options.tls)
    const way = await openWay(options, opened)
    const { url, reload, routes } = await openListeners(way, options, tls, opened)
    way.loader.start()
    way.eraser.start()
    way.operation.start()
    options.log.info({ message: 'The service takes reports' })
    return {
      url,
      routes,
      reload,
      settle: () => way.loader.flush(),
      close: async () => {
        way.operation.readiness.stop()
        await pause(options.stopNoticeMillis)
        await closeAll(opened)
      },
    }
  } catch (error) {
    await closeAll(opened)
    throw error
  }
}
