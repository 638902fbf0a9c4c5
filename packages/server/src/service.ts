import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { SecureContextOptions } from 'node:tls'
import { admissionMetrics } from './admission/admission-metrics.js'
import { createRoomCheck } from './admission/room-check.js'
import { openSigner } from './signer.js'
import type { LaneStops } from './control-plane/lane-stops.js'
import type { SettingsInForce } from './control-plane/settings-in-force.js'
import { openClientAddress } from './http/open-client-address.js'
import { readOperatorToken } from './http/operator.js'
import { awaitControlPlane } from './control-plane/await-control-plane.js'
import { engineOf } from './control-plane/engine.js'
import { answerWhileWaiting } from './http/answer-while-waiting.js'
import { openPeople } from './people/open-people.js'
import { readTlsFiles } from './http/tls.js'
import type { HealthFigures } from './health/health-figures.js'
import { createHealthReader, lastWrittenMillis } from './health/read-health.js'
import { createBackup } from './backup/create-backup.js'
import { createCatalogue } from './catalogue/create-catalogue.js'
import { openRetention } from './retention/open-retention.js'
import { createTakeTurn } from './turns.js'
import { openControl, type Control } from './open-control.js'
import { openFolder } from './open-folder.js'
import { openInsight } from './open-insight.js'
import { openEntrance } from './open-entrance.js'
import { openListeners, type Beside, type Close } from './open-listeners.js'
import { openOperation } from './operation/open-operation.js'
import { LAST_KNOWN } from './last-known/keep-last-known.js'
import { serveLastKnown } from './last-known/serve-last-known.js'
import { settleOptions, type ServiceOptions, type SettledOptions } from './options.js'
import { openFileKeySource } from './pseudonym/file-key-source.js'
import { createNoteEpochs } from './pseudonym/known-epochs.js'
import { createPseudonyms } from './pseudonym/pseudonyms.js'
import { createForgetKept } from './quarantine/forget-kept.js'
import { checkSpoolPages } from './spool/check-pages.js'
import { createSpool } from './spool/create-spool.js'
import { prepareTables } from './store/check-store.js'
import { openEmbeddedStore } from './store/embedded-store.js'
import { openSubjects } from './subject/open-subjects.js'
import { startUpkeep } from './upkeep.js'

/** A running service. */
export interface Service {
  /** Where it answers, such as http://127.0.0.1:8787. */
  readonly url: string
  /** Moves all that waits to the store, so that it can be asked for. */
  settle(): Promise<void>
  /** How it does, for those who watch over it. */
  health(): HealthFigures
  /** A link that makes the first operator, for a day; undefined where there is an operator. Former links end. */
  firstRunLink(): Promise<string | undefined>
  /** Every route, as `GET /practices`, but those of ingest. */
  readonly routes: readonly string[]
  /** Reads the certificate again, where the service speaks HTTPS. */
  reload(): void
  /** Answers /readyz with 503, stops taking requests, moves what waits within a bound, and closes. What was acknowledged is kept. */
  close(): Promise<void>
}

/** Closes what was opened, the last first. */
const closeAll = async (opened: readonly Close[]): Promise<void> => {
  for (const close of opened.toReversed()) await close()
}

/** Settings whose changes count in all collector processes before they are answered. */
const spreadChanges = (settings: SettingsInForce, spread: () => Promise<void>): SettingsInForce => ({
  ...settings,
  change: async (...change) => {
    const revision = await settings.change(...change)
    await spread()
    return revision
  },
})

/** Stops that hold in all collector processes before they are answered. */
const spreadStops = (laneStops: LaneStops, spread: () => Promise<void>): LaneStops => ({
  ...laneStops,
  change: async (...change) => {
    await laneStops.change(...change)
    await spread()
  },
})

/** Opens the keyring; a new one is made for a new data folder alone. */
const openKeys = async (at: (name: string) => string, { now, onFailure }: SettledOptions) => {
  const hasData = ['store', 'spool'].some((name) => existsSync(at(name)))
  const whenMissing = hasData ? 'refuse' : 'create'
  return openFileKeySource({ path: at('keyring.json'), whenMissing, nowMillis: now(), onFailure })
}

/** Opens the rooms that keep something, the first of a report's way last, and notes how each is closed. */
const openRooms = async (options: SettledOptions, opened: Close[], beside: Beside) => {
  const { now, onFailure, drainMillis } = options
  const at = openFolder(options.dataFolder)
  const keySource = await openKeys(at, options)
  opened.push(async () => keySource.close())
  const pseudonyms = createPseudonyms(keySource)
  const hadStore = existsSync(at('store'))
  // The store comes first, since it refuses a folder that another process uses.
  const store = await openEmbeddedStore({ folder: at('store') })
  opened.push(() => store.close())
  const { products: served, control: place } = options
  const copy = engineOf(place) === 'postgres' ? at(LAST_KNOWN) : undefined
  const control = await openControl(place, { products: served, now, purpose: 'remember', onFailure, copy })
  opened.push(control.close)
  const products = control.served
  const lastWritten = lastWrittenMillis(at('spool'))
  checkSpoolPages(at('spool'))
  const spool = createSpool({ folder: at('spool'), now })
  opened.push(() => spool.close())
  // Before anything is pseudonymised, and again for each copy, which must not be restored beside an older keyring.
  const noteEpochs = createNoteEpochs(keySource, spool, at('keyring.json'))
  await noteEpochs()
  const everServed = products.flatMap(({ product }) => control.versions.of(product))
  const practices = everServed.map((version) => version.practices)
  const storedLanes = hadStore ? spool.storedLanes() : []
  const brokenParts = await prepareTables({ store, practices, storedLanes, onFailure })
  const { controlPlane, versions } = control
  const versionsOf = (product: string) => versions.of(product).map((version) => version.practices)
  const takeTurn = createTakeTurn()
  const kept = { at, takeTurn, controlPlane, spool, store, keySource, pseudonyms, versionsOf, now, onFailure }
  const onClockConfirmed = (): void => beside.workers?.confirmClock()
  const { loader, ...retaining } = await openRetention({ ...kept, products, onClockConfirmed })
  const { trustedClock } = retaining
  const upkeep: { doneMillis?: number } = {}
  const onDone = (atMillis: number): void => void (upkeep.doneMillis = atMillis)
  const names = products.map(({ product }) => product)
  const forgetKept = createForgetKept(spool.quarantine, names)
  const upkept = { spool, forgetKept, retention: retaining.retention }
  opened.push(startUpkeep({ ...upkept, now: trustedClock.now, onFailure, onDone }))
  opened.push(() => retaining.retention.stop())
  opened.push(() => loader.stop(drainMillis))
  const found = { lastWrittenMillis: lastWritten, brokenParts }
  return { ...kept, noteEpochs, ...retaining, control, products, loader, upkeep, found }
}

/** Where people reach the service; its address is known once it listens. */
const publicOrigin = (
  { publicUrl }: { readonly publicUrl?: string | undefined },
  reached: { readonly url?: string },
): string => new URL(publicUrl ?? reached.url ?? 'http://127.0.0.1').origin

/** Opens accounts; the address of the service is known once it listens. */
const openAccounts = (
  { at, controlPlane }: Pick<Awaited<ReturnType<typeof openRooms>>, 'at' | 'controlPlane'>,
  { control, publicUrl, singleSignOn, now }: SettledOptions,
  reached: { readonly url?: string },
) =>
  openPeople({
    controlPlane,
    engine: engineOf(control),
    secretPath: at('account-secret'),
    operatorToken: readOperatorToken(at('operator-token')),
    origin: () => publicOrigin({ publicUrl }, reached),
    singleSignOn,
    now,
  })

const AWAY = 'CANDOR_CONTROL_PLANE_AWAY'

/** What is answered meanwhile: devices by what was known last, or, where nothing was, that everybody must wait. */
const answerMeanwhile = async (
  options: SettledOptions,
  tls: SecureContextOptions | undefined,
): Promise<() => Promise<void>> => {
  // A free port that the system chose is known to nobody.
  if (options.port === 0) return async () => undefined
  return (
    (await serveLastKnown(options, tls)) ??
    answerWhileWaiting({ ...options, tls, part: 'control-plane', code: AWAY })
  )
}

/** Waits for PostgreSQL before the rest is opened. */
const waitForControlPlane = async (options: SettledOptions, tls: SecureContextOptions | undefined) => {
  const { control, onFailure, log } = options
  await awaitControlPlane(control, {
    begin: async (error) => {
      onFailure(AWAY, error)
      const end = await answerMeanwhile(options, tls)
      return async () => {
        await end()
        log.info({ message: 'The control plane answers: the service starts' })
      }
    },
  })
}

/** Makes what makes a change count everywhere: a collector process that began while PostgreSQL was away reads the copy. */
const createSpread =
  ({ keep }: Pick<Control, 'keep'>, beside: Beside) =>
  async (): Promise<void> => {
    await keep()
    await beside.workers?.refresh()
  }

/** Opens the way from admission to insight, and what watches over it. */
const openWay = async (options: SettledOptions, opened: Close[], beside: Beside) => {
  const { now } = options
  const clientAddress = openClientAddress(options.trustedProxies)
  const kept = await openRooms(options, opened, beside)
  const { at, pseudonyms, store, control, products, spool, loader, upkeep, retention, retentionOf } = kept
  const { versions } = control
  const spread = createSpread(control, beside)
  const settings = spreadChanges(control.settings, spread)
  const laneStops = spreadStops(control.laneStops, spread)
  const { erasedChecks, ...subject } = await openSubjects({ ...kept, spread })
  opened.push(() => subject.eraser.stop())

  const compiled = { settings, pseudonyms, erasedChecks, retentionOf }
  const onPublished = async (): Promise<void> => {
    await spread()
    retention.wake()
    for (const { product } of products) await beside.replay?.(product)
  }
  const catalogue = createCatalogue({ ...compiled, products, versions, store, onPublished })
  const hasRoom = createRoomCheck(options.dataFolder, now, options.readDisk)
  const entered = { ...control, spool, hasRoom, clientAddress, versions: catalogue.admitted }
  const times = { seenMillis: kept.found.lastWrittenMillis, trustedNow: kept.trustedClock.now }
  const { figures, ...entrance } = await openEntrance(entered, { ...options, ...times })
  beside.replay = entrance.replay
  const rooms = { products, spool, loader, store, settings, hasRoom }
  // Reports are taken while PostgreSQL is away, under what is known; a file that cannot be read is a fault of this machine.
  const engine = engineOf(options.control)
  const readControlPlane = engine === 'sqlite' ? control.read : async () => undefined
  const sources = { spoolFile: at('spool/data.mdb'), lastUpkeep: () => upkeep.doneMillis }
  const workers = () => beside.workers?.figures() ?? []
  const readClockAhead = kept.trustedClock.health
  const watching = { dataFolder: options.dataFolder, workers, readClockAhead }
  const health = createHealthReader({ ...kept, ...kept.found, ...watching })
  opened.push(async () => health.close())
  const reads = { readControlPlane, readHealth: () => health.read(), retention }
  const operation = openOperation({ ...rooms, ...sources, ...reads }, options)
  opened.push(async () => operation.stop())
  const policySigner = openSigner(at('policy-signing-key.pem'))
  const storing = { catalogue, retention, backup: createBackup({ ...kept, engine }) }
  const ofWorkers = () => beside.workers?.metrics() ?? []
  const metricSources = [...operation.metricSources, () => admissionMetrics(figures.read()), ofWorkers]
  const watched = { operation: { ...operation, metricSources }, health }
  const { follow, read: probe } = control
  opened.push(follow({ tombstones: subject.reloadTombstones, practices: catalogue.reload }).stop)
  const reached: { url?: string } = {}
  const people = await openAccounts(kept, options, reached)
  const { stop, ...asked } = openInsight({ ...kept, products }, options, () => publicOrigin(options, reached))
  opened.push(stop)
  const shown = { ...asked, laneStops, policySigner, people, reached, spread, clientAddress, probe }
  return { ...control, ...subject, ...rooms, ...entrance, ...watched, ...shown, ...storing, ...times }
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
    await waitForControlPlane(options, tls)
    const beside: Beside = {}
    const way = await openWay(options, opened, beside)
    const { url, reload, routes } = await openListeners(way, { options, tls, opened, beside })
    way.loader.start()
    way.eraser.start()
    way.operation.start()
    options.log.info({ message: 'The service takes reports' })
    return {
      url,
      routes,
      reload,
      settle: () => way.loader.flush(),
      health: () => way.health.read(),
      firstRunLink: () => way.people.firstRunLink(),
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
