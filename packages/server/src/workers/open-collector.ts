import { join } from 'node:path'
import type { ErrorCode } from '@candor/practices'
import { admissionMetrics } from '../admission/admission-metrics.js'
import type { LimitOptions, Spent } from '../admission/limits.js'
import { createRoomCheck } from '../admission/room-check.js'
import type { FirstHandler } from '../http/app.js'
import { lastWrittenMillis } from '../health/read-health.js'
import { openClientAddress } from '../http/open-client-address.js'
import { compileVersions } from '../catalogue/compile-versions.js'
import { LAST_KNOWN } from '../last-known/keep-last-known.js'
import { openKnownControl } from '../last-known/open-known-control.js'
import type { Control } from '../open-control.js'
import { openDoor, type DoorOptions, type DoorParts } from '../open-entrance.js'
import { createRetentionByProduct } from '../retention/retention-by-product.js'
import { createTrustedClock, MOST_STEP_MILLIS } from '../retention/trusted-clock.js'
import type { ServedProduct } from '../options.js'
import type { KeySource } from '../pseudonym/key-source.js'
import { openFileKeySource } from '../pseudonym/file-key-source.js'
import { createNoteEpochs } from '../pseudonym/known-epochs.js'
import { createPseudonyms } from '../pseudonym/pseudonyms.js'
import type { Metric } from '../operation/metrics-text.js'
import { createProcessFigures } from '../operation/process-metrics.js'
import { createRequestFigures, type RequestFigures } from '../operation/request-figures.js'
import { createSpool } from '../spool/create-spool.js'
import type { Spool } from '../spool/spool.js'
import { createErasedChecks } from '../subject/erased-check.js'
import { openGraveyard, type Graveyard } from '../subject/graveyard.js'
import { openSubjectSecret } from '../subject/subject-secret.js'
import { createSpentSince } from './spent-since.js'

/** What a collector is opened with. */
export interface CollectorParts {
  readonly dataFolder: string
  /** Where the control plane is. */
  readonly control: string
  readonly products: readonly ServedProduct[]
  readonly limits: LimitOptions
  /** What was taken of today's quotas before. */
  readonly spent: readonly Spent[]
  readonly trustedProxies: readonly string[]
  readonly now: () => number
  /** A clock that never goes back, in milliseconds. Default: the process's. */
  readonly steadyNow?: () => number
  /** The time that is believed at the beginning: milliseconds since 1970. Default: the machine's. */
  readonly believedMillis?: number
  readonly onFailure: (code: ErrorCode, error: unknown) => void
  /** beside: a service on the same folder does the rest. alone: there is none yet. Default: beside. */
  readonly stands?: 'beside' | 'alone'
}

/** The way of a report from HTTP to the spool, in a process beside the one that has the store. */
export interface Collector {
  readonly ingest: FirstHandler
  readonly requests: RequestFigures
  /** What policies are answered from. */
  readonly policies: Pick<Control, 'keys' | 'settings'>
  /** What it took of the limits since it was last asked, and its figures since it began. */
  took(): { readonly spent: readonly Spent[]; readonly metrics: readonly Metric[] }
  /** Believes the machine's clock as it is now. */
  confirmClock(): void
  /** Counts what other processes took of the limits. */
  owe(spent: readonly Spent[]): void
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

/** Opens the door of reports, and measures what comes through it. */
const openMeasuredDoor = (
  entered: DoorParts,
  { spent, ...options }: DoorOptions & Pick<CollectorParts, 'spent'>,
) => {
  const spentSince = createSpentSince()
  const { ingest, limits, figures } = openDoor(entered, { ...options, onSpent: spentSince.note })
  const owe = (taken: readonly Spent[]): void => limits.owe(taken, options.now())
  owe(spent)
  const requests = createRequestFigures()
  const processFigures = createProcessFigures()
  const metrics = (): readonly Metric[] => [
    ...requests.metrics(),
    ...admissionMetrics(figures.read()),
    ...processFigures.metrics(),
  ]
  const took = () => ({ spent: spentSince.take(), metrics: metrics() })
  return { door: { ingest, requests, took, owe }, stop: () => processFigures.stop() }
}

/** Opens what is known of who was erased. */
const openErased = async (at: (name: string) => string, { controlPlane }: Pick<Control, 'controlPlane'>) =>
  openGraveyard({ controlPlane, secret: await openSubjectSecret(at('subject-secret')) })

/** Makes what reads erasures again; the keys come first, since a tombstone may be of an epoch that began within the last second. */
const createReloadErased =
  (keys: Pick<KeySource, 'reload'>, graveyard: Pick<Graveyard, 'reload'>) => async (): Promise<void> => {
    keys.reload()
    await graveyard.reload()
  }

/** Opens the control plane, or its copy; one that stands alone notes the products' practices as served there. */
const openCollectorControl = (
  copy: string,
  { control: place, products, now, onFailure, stands }: CollectorParts,
): Promise<Control> => {
  const purpose = stands === 'alone' ? 'remember' : 'read'
  return openKnownControl({ place, copy }, { products, now, purpose, onFailure })
}

/** Opens the spool; the epochs are noted before anything is pseudonymised, which a service that stands beside has done. */
const openSpool = async (
  at: (name: string) => string,
  keySource: KeySource,
  { now, stands }: Pick<CollectorParts, 'now' | 'stands'>,
): Promise<Spool> => {
  const spool = createSpool({ folder: at('spool'), now })
  if (stands === 'alone') await createNoteEpochs(keySource, spool, at('keyring.json'))()
  return spool
}

/** The clock of a process that begins beside one which has watched the machine's: what is too far for a step is too far for a start. */
const openTrustedClock = ({ now, steadyNow = () => performance.now(), believedMillis }: CollectorParts) =>
  createTrustedClock({ now, steadyNow, believedMillis, mostPauseMillis: MOST_STEP_MILLIS })

/** Opens a collector on the data folder of a service that runs. */
export const openCollector = async (parts: CollectorParts): Promise<Collector> => {
  const { dataFolder, products, limits, spent, trustedProxies, now, onFailure } = parts
  const at = (name: string): string => join(dataFolder, name)
  const path = at('keyring.json')
  const keySource = await openFileKeySource({ path, whenMissing: 'refuse', nowMillis: now(), onFailure })
  const pseudonyms = createPseudonyms(keySource)
  const control = await openCollectorControl(at(LAST_KNOWN), parts)
  const { keys, settings, laneStops, versions } = control
  const versionsOf = (product: string) => versions.of(product).map((version) => version.practices)
  const graveyard = await openErased(at, control)
  const erasedChecks = createErasedChecks({ graveyard, keySource, pseudonyms }, versionsOf)
  const seenMillis = lastWrittenMillis(at('spool'))
  const spool = await openSpool(at, keySource, parts)
  const retentionOf = createRetentionByProduct(versionsOf)
  const compile = (product: string) =>
    compileVersions(product, versions.of(product), { settings, pseudonyms, erasedChecks, retentionOf })
  const admitted = new Map(products.map(({ practices: { product } }) => [product, compile(product)]))
  const reloadVersions = createReloadVersions(products, control, admitted, compile)
  const reloadErased = createReloadErased(keySource, graveyard)
  const following = control.follow({ tombstones: reloadErased, practices: reloadVersions })
  const followed = [settings, keys, { reload: reloadErased }, laneStops, { reload: reloadVersions }]
  const hasRoom = createRoomCheck(dataFolder, now)
  const clientAddress = openClientAddress(trustedProxies)
  const entered = { keys, laneStops, spool, hasRoom, clientAddress, versions: admitted }
  const trustedClock = openTrustedClock(parts)
  const times = { now, seenMillis, trustedNow: trustedClock.now }
  const { door, stop } = openMeasuredDoor(entered, { limits, spent, ...times, onFailure })
  return {
    ...door,
    confirmClock: trustedClock.confirm,
    policies: { keys, settings },
    refresh: async () => {
      await Promise.all(followed.map(({ reload }) => reload()))
      await spool.settled()
    },
    close: async () => {
      stop()
      await following.stop()
      await spool.close()
      await control.close()
      keySource.close()
    },
  }
}
