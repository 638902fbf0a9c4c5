import type { Candor, Collect } from '@candor/client/node'
import type { SkypeTeams } from '@candor/practices/skype-teams'

import type { Installation } from './installation.js'

/**
 * Collects from a simulated device what `collectNode` would collect from a real one. The machine that the fleet runs on
 * is not looked at. An update changes the version while the simulation goes on.
 */
export const collectSimulated =
  ({ profile, language, cores }: Installation, appVersion: () => string): Collect =>
  ({ candor: ofAnyProduct, app }) => {
    const { census, error } = ofAnyProduct as unknown as Candor<SkypeTeams>
    const { osVersion, screen, roundTripMillis, downlinkMbps } = profile
    if (app !== undefined) census.AppName.set(app.name)
    census.DeviceModel.set(profile.deviceModel)
    census.OSName.set(profile.osName)
    census.OSVersion.set(osVersion)
    census.UserLanguage.set(language)
    const configuration = { osVersion, cores: String(cores), screen }
    const stops = [
      error.attach('DeviceConfiguration', () => ({ appVersion: appVersion(), ...configuration })),
      error.attach('NetworkQuality', () => ({ roundTripMillis, downlinkMbps })),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }
