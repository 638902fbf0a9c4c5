import { cpus, totalmem } from 'node:os'

import type { Collect } from '../../core/collect.js'
import { collectConsole, type ConsoleMethod } from '../console-lines.js'
import { collectDeviceConfiguration, toMemoryText, type ReadDevices } from '../device-configuration.js'
import { collectAppName, collectEnvironment } from '../environment.js'
import { createErrorReporter } from '../error-reporter.js'
import { collectLostSessions } from '../lost-sessions.js'
import { collectNetworkQuality } from '../network-quality.js'
import type { NetworkWatch } from '../network-watch.js'
import { collectPerformance } from '../performance.js'
import { withSessions, type SessionParts } from '../sessions.js'
import { startAll, type Stop } from '../stops.js'
import { readNodeFacts } from './node-facts.js'
import { createNodePerformance } from './node-performance.js'
import { collectProcess } from './process-sessions.js'

/** What an app says of how its process is collected from. */
export interface NodeCollectOptions {
  /** The app's own requests. Default: none, so that nothing is known of the network. */
  readonly network?: NetworkWatch
  /** What of the console goes into the log of errors. Default: nothing. */
  readonly console?: readonly ConsoleMethod[]
  /** The labels of the devices in use, read when an error is reported. Default: none. */
  readonly devices?: ReadDevices
}

/** Begins to collect in a process. */
const startProcess = (parts: SessionParts, options: NodeCollectOptions): Stop => {
  const { candor, app } = parts
  const report = createErrorReporter(candor, () => Date.now())
  const performanceOfNode = createNodePerformance(performance.now())
  return startAll([
    () => collectLostSessions(parts, report),
    () => collectProcess(parts, report),
    () => collectAppName(candor, app?.name),
    () => collectEnvironment(candor, (use) => use(readNodeFacts())),
    () => collectConsole(candor, console, options.console ?? []),
    () => collectNetworkQuality(candor, options.network, () => ({})),
    () => collectPerformance(candor, performanceOfNode),
    () =>
      collectDeviceConfiguration(candor, app, options.devices, (use) =>
        use({
          osVersion: readNodeFacts().osVersion,
          cores: String(cpus().length),
          memory: toMemoryText(totalmem()),
        }),
      ),
  ])
}

/**
 * Collects by itself what the practices call automatic, in a process. Give it to `createCandor` as `collect`. Data types that
 * the practices do not name are neither looked at nor listened for, and neither is what the gate forbids.
 */
export const collectNode =
  (options: NodeCollectOptions = {}): Collect =>
  (parts) =>
    withSessions(parts, (all) => startProcess(all, options))
