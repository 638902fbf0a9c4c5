import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { createCandor, type Candor } from '@candor/client/node'
import { skypeTeams, type SkypeTeams } from '@candor/practices/skype-teams'

import { collectSimulated } from './collect-simulated.js'
import { isGuest, type Installation } from './installation.js'
import { TROUBLED_VERSIONS } from './profiles/versions.js'

const HOUR_MILLIS = 3_600_000
const DAY_MILLIS = 86_400_000

/** How often an installation that is simulated as it happens reports, in milliseconds. */
const LIVE_INTERVALS = { census: HOUR_MILLIS, usage: 20_000, error: 5_000 }
/** How often such an installation asks for the policy, in milliseconds: soon enough to see an admin's change. */
const LIVE_POLICY_MILLIS = 15_000
/** While days are replayed, each ends with a flush of its own. */
const REPLAY_INTERVALS = { census: DAY_MILLIS, usage: DAY_MILLIS, error: DAY_MILLIS }

/** Where the fleet's reports go, and where its devices keep theirs. */
export interface FleetPlace {
  /** The service's base URL. */
  readonly endpoint: string
  /** The product's ingest key. */
  readonly key: string
  /** The folder that holds one folder for each installation. */
  readonly folder: string
}

/** The folder of an installation's own storage. */
export const installationFolder = ({ folder }: FleetPlace, { number }: Installation): string =>
  join(folder, String(number).padStart(5, '0'))

/** The time that a device is simulated in: as it happens, or a day of the past with the release of that day. */
export type SimulatedTime =
  | { readonly kind: 'live' }
  | {
      readonly kind: 'replay'
      readonly now: () => number
      readonly release: () => 'steady' | 'troubled'
    }

/** Starts the app on a simulated device: a real client, with the device's own storage and clock. */
export const openInstallation = async (
  place: FleetPlace,
  installation: Installation,
  time: SimulatedTime,
): Promise<Candor<SkypeTeams>> => {
  const { profile, appVersion, watson } = installation
  const version = (): string =>
    time.kind === 'replay' && time.release() === 'troubled' ? TROUBLED_VERSIONS[profile.appName] : appVersion
  const folder = join(installationFolder(place, installation), 'candor')
  await mkdir(folder, { recursive: true })
  const candor = createCandor({
    practices: skypeTeams,
    key: place.key,
    endpoint: place.endpoint,
    client: profile.client,
    os: profile.os,
    org: installation.organisation,
    folder,
    device: { watson },
    app: { name: profile.appName, version: appVersion },
    collect: collectSimulated(installation, version),
    ...(time.kind === 'live'
      ? { intervalMillis: LIVE_INTERVALS, policyMillis: LIVE_POLICY_MILLIS }
      : { intervalMillis: REPLAY_INTERVALS, now: time.now }),
  })
  await candor.ready
  if (isGuest(installation)) return candor
  candor.setUser(installation.userId)
  if (installation.errorReporting !== 'undecided') candor.consent.set(installation.errorReporting)
  return candor
}
