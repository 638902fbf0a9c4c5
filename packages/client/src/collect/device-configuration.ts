import type { AppDescription } from '../core/collect.js'
import type { Candor } from '../core/candor.js'
import { attachAttributes, type Attributes } from './attach-values.js'
import { findAutomatic } from './automatic-types.js'
import { quietly, type Stop } from './stops.js'
import { whileCollected } from './while-collected.js'

/** The labels of the devices that the app uses. They are the app's to give, since reading them needs a permission. */
export type ReadDevices = () => { readonly audioDevice?: string; readonly videoDevice?: string }

const BYTES_A_GIB = 2 ** 30

/** Memory to the whole GiB, so that it does not tell one device from another. */
export const toMemoryText = (bytes: number): string => `${Math.max(1, Math.round(bytes / BYTES_A_GIB))} GiB`

/**
 * Attaches the device's configuration to each error report, as far as the practices list it. `read` calls back at once or later with
 * what does not change while the app runs.
 */
export const collectDeviceConfiguration = (
  candor: Candor,
  app: AppDescription | undefined,
  readDevices: ReadDevices | undefined,
  read: (use: (attributes: Attributes) => void) => void,
): Stop => {
  const types = findAutomatic(candor.practices, 'device-configuration')
  return whileCollected(candor, types, () => {
    let known: Attributes = {}
    read((attributes) => {
      known = attributes
    })
    return attachAttributes(candor, types, () => ({
      ...known,
      appVersion: app?.version,
      ...(readDevices && quietly(readDevices)),
    }))
  })
}
