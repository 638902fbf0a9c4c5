import type { UserAgentData } from 'user-agents'

import { describeSystem, type SystemFacts } from './describe-system.js'
import type { AppName, Profile } from './profile.js'

/** Windows says 10.0 to every site; a desktop app knows its build. Builds of Windows 10 22H2 and Windows 11 23H2 to 25H2. */
const WINDOWS_BUILDS = [
  { osVersion: '10.0.26200', weight: 0.4 },
  { osVersion: '10.0.26100', weight: 0.3 },
  { osVersion: '10.0.22631', weight: 0.1 },
  { osVersion: '10.0.19045', weight: 0.2 },
] as const

interface AppPlace {
  readonly appName: AppName
  readonly client: Profile['client']
  /** The versions of the system, where the user agent hides them. */
  readonly versions?: readonly { readonly osVersion: string; readonly weight: number }[]
}

const WEB: AppPlace = { appName: 'SkypeWeb', client: 'web' }
/** The link of a meeting opens in any browser. */
const LAUNCHER: AppPlace = { appName: 'JoinLauncher', client: 'join-launcher' }
const MEETINGS: AppPlace = { appName: 'SkypeMeetingsApp', client: 'meetings-app' }

/** Which apps may run on a system. A Mac that hides its version can only be the web app's. */
const placesOf = ({ os, osVersion, deviceModel }: SystemFacts): readonly AppPlace[] => {
  if (deviceModel === 'iPhone') return [{ appName: 'iPhoneSkype', client: 'mobile' }, LAUNCHER]
  if (os === 'Android') return [{ appName: 'AndroidSkype', client: 'mobile' }, LAUNCHER]
  if (os === 'Windows') {
    const versions = WINDOWS_BUILDS
    return [
      { appName: 'SkypeDesktop', client: 'desktop', versions },
      { ...MEETINGS, versions },
      WEB,
      LAUNCHER,
    ]
  }
  if (os === 'macOS' && osVersion !== '10.15.7')
    return [{ appName: 'SkypeMac', client: 'desktop' }, MEETINGS, LAUNCHER]
  return [WEB, LAUNCHER]
}

const profilesOf = (agent: UserAgentData): Profile[] => {
  const facts = describeSystem(agent.userAgent)
  if (facts === undefined) return []
  return placesOf(facts).flatMap(({ appName, client, versions }) =>
    (versions ?? [{ osVersion: facts.osVersion, weight: 1 }]).map(({ osVersion, weight }) => ({
      ...facts,
      appName,
      client,
      osVersion,
      screen: `${agent.screenWidth}x${agent.screenHeight}`,
      roundTripMillis: agent.connection?.rtt ?? 50,
      downlinkMbps: agent.connection?.downlink ?? 10,
      weight: agent.weight * weight,
    })),
  )
}

/** Browsers that say the same of the device are one profile. */
const mergeAlike = (profiles: readonly Profile[]): readonly Profile[] => {
  const merged = new Map<string, Profile>()
  for (const profile of profiles) {
    const key = [profile.appName, profile.os, profile.osVersion, profile.deviceModel, profile.screen].join(
      '\n',
    )
    const known = merged.get(key)
    merged.set(key, known === undefined ? profile : { ...known, weight: known.weight + profile.weight })
  }
  return [...merged.values()]
}

/** The devices people really browse with, and how common each is, read from the `user-agents` package (about 5 MB, so on demand). */
export const loadProfiles = async (): Promise<readonly Profile[]> => {
  const { default: UserAgent } = await import('user-agents')
  return mergeAlike(UserAgent.top().flatMap(profilesOf))
}
