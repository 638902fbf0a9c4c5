import type { DevicePractices } from '@candor/practices'

import type { Candor } from '../core/candor.js'
import type { CandorOptions } from '../core/candor-options.js'
import { createClient } from '../core/create-client.js'
import { createDiagnostics } from '../core/diagnostics.js'
import { createNodePlatform } from './node-platform.js'

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

/** What an app on Node gives besides. */
export interface NodeCandorOptions<P extends DevicePractices> extends CandorOptions<P> {
  /** The folder that keeps what was recorded; made where it does not exist. Any number of processes may share it. */
  readonly folder: string
  /**
   * Another clock, in milliseconds since 1970, such as that of a simulation; it is never put right. Timers go by the machine's clock still, so
   * end the intervals with `flush`. Default: the machine's clock.
   */
  readonly now?: () => number
}

/** Creates the app's Candor on Node. What is recorded is kept in the folder at most a second later and when the process exits. */
export const createCandor = <P extends DevicePractices>(options: NodeCandorOptions<P>): Candor<P> => {
  const { practices, folder, now } = options
  const diagnostics = createDiagnostics()
  return createClient(
    options,
    createNodePlatform({ product: practices.product, folder, now }, diagnostics.count),
    diagnostics,
  )
}
