import type { Collect } from '../../core/collect.js'
import { collectConsole, type ConsoleMethod } from '../console-lines.js'
import { collectDeviceConfiguration, type ReadDevices } from '../device-configuration.js'
import { collectAppName, collectEnvironment } from '../environment.js'
import { createErrorReporter } from '../error-reporter.js'
import type { Figures } from '../figures.js'
import { collectLostSessions } from '../lost-sessions.js'
import { collectNetworkQuality } from '../network-quality.js'
import type { NetworkWatch } from '../network-watch.js'
import { collectPerformance } from '../performance.js'
import { withSessions, type SessionParts } from '../sessions.js'
import { NOTHING_TO_STOP, startAll, type Stop } from '../stops.js'
import { createPage, type Page } from './page.js'
import { readPageConfiguration } from './page-configuration.js'
import { createPagePerformance } from './page-performance.js'
import { collectPageSessions } from './page-sessions.js'
import { readPageFacts } from './read-page-facts.js'
import { collectUncaughtErrors } from './uncaught-errors.js'
import { createVitals, observeVitals } from './web-vitals.js'

/** What an app says of how its page is collected from. */
export interface PageCollectOptions {
  /** The app's own requests. Default: what the browser says of the connection, where it says anything. */
  readonly network?: NetworkWatch
  /** What of the console goes into the log of errors. Default: nothing. */
  readonly console?: readonly ConsoleMethod[]
  /** The labels of the devices in use, read when an error is reported. Default: none. */
  readonly devices?: ReadDevices
}

interface Connection {
  readonly rtt?: number
  readonly downlink?: number
}

const readConnection = (navigator: Navigator & { readonly connection?: Connection }): Figures => ({
  roundTripMillis: navigator.connection?.rtt,
  downlinkMbps: navigator.connection?.downlink,
})

/** Reads something that takes time when the page has time for it; what cannot be read is left out. */
const readIdle =
  <T>({ whenIdle }: Page, read: () => Promise<T>) =>
  (use: (value: T) => void): void =>
    void whenIdle(() => void read().then(use).catch(NOTHING_TO_STOP))

/** Begins to collect in a page. */
export const startPage = (
  parts: SessionParts,
  options: PageCollectOptions,
  page: Page,
  vitals: ReturnType<typeof createVitals>,
): Stop => {
  const { candor, app } = parts
  const report = createErrorReporter(candor, page.now)
  const performance = createPagePerformance(page, vitals)
  const readConfiguration = readIdle(page, () => readPageConfiguration(page))
  return startAll([
    () => collectUncaughtErrors(candor, report, page),
    () => collectLostSessions(parts, report),
    () => collectPageSessions(parts, page),
    () => collectAppName(candor, app?.name),
    () =>
      collectEnvironment(
        candor,
        readIdle(page, () => readPageFacts(page.navigator)),
      ),
    () => collectConsole(candor, page.console, options.console ?? []),
    () => collectNetworkQuality(candor, options.network, () => readConnection(page.navigator)),
    () => collectPerformance(candor, performance),
    () => collectDeviceConfiguration(candor, app, options.devices, readConfiguration),
  ])
}

/** One for all clients of a page: what observes web vitals cannot be ended, so there must not be more and more of it. */
const vitalsOfPage = createVitals(observeVitals)

/**
 * Collects by itself what the practices call automatic, in a page. Give it to `createCandor` as `collect`. Data types that the
 * practices do not name are neither looked at nor listened for, and neither is what the gate forbids.
 */
export const collectPage =
  (options: PageCollectOptions = {}): Collect =>
  (parts) =>
    withSessions(parts, (all) => startPage(all, options, createPage(), vitalsOfPage))
