import type { DevicePractices } from '@candor/practices'

import type { Candor } from '../core/candor.js'
import type { CandorOptions } from '../core/candor-options.js'
import { createClient } from '../core/create-client.js'
import { createDiagnostics } from '../core/diagnostics.js'
import { createBrowserPlatform } from './browser-platform.js'

export type {
  Candor,
  ChoiceName,
  ConsentControl,
  CountRecorder,
  DistributionRecorder,
  DurationRecorder,
  ErrorInput,
  ErrorRecorder,
  LabelledCountRecorder,
  RecorderOf,
  Recorders,
  ValueRecorder,
} from '../core/candor.js'
export type { CandorOptions } from '../core/candor-options.js'
export type { AppDescription, Collect, CollectParts } from '../core/collect.js'
export type { DeviceSettings } from '../core/device-settings.js'
export type { Diagnostics } from '../core/diagnostics.js'
export type { DroppedReports, KeptOnDevice, SentRequest } from '../core/inspection.js'
export { describeEnvironment, type Environment } from './describe-environment.js'

/**
 * Creates the app's Candor in a page. What is recorded is kept in IndexedDB (in memory where there is none) at most
 * a second later and when the page is hidden. With the plugin of `@candor/client/vite` the practices come without their texts.
 */
export const createCandor = <P extends DevicePractices>(options: CandorOptions<P>): Candor<P> => {
  const diagnostics = createDiagnostics()
  return createClient(
    options,
    createBrowserPlatform(options.practices.product, diagnostics.count),
    diagnostics,
  )
}
