import { createChance, type Chance } from './chance.js'
import type { Installation } from './installation.js'
import { ORGANISATIONS, userNameOf } from './profiles/people.js'
import { VERSIONS } from './profiles/versions.js'
import { APP_NAMES, type AppName, type Profile } from './profiles/profile.js'

/** How common each app is at work; which devices it runs on follows the profiles. */
const APP_SHARES: Readonly<Record<AppName, number>> = {
  SkypeDesktop: 0.34,
  iPhoneSkype: 0.2,
  AndroidSkype: 0.2,
  SkypeMac: 0.08,
  SkypeWeb: 0.06,
  SkypeMeetingsApp: 0.08,
  JoinLauncher: 0.04,
}
const OPT_IN_SHARE = 0.6
const APPEARS_LATER = 0.25
/** Irrational steps spread evenly: every beginning of the fleet holds about the whole fleet's shares. */
const GOLDEN_STEP = 0.618_033_988_75
const SILVER_STEP = 0.414_213_562_37

/** The apps of the fleet, number by number: always the one that lags furthest behind its share. */
const spreadApps = (installations: number): readonly AppName[] => {
  const given = new Map<AppName, number>()
  const lag = (app: AppName, number: number): number => APP_SHARES[app] * (number + 1) - (given.get(app) ?? 0)
  return Array.from({ length: installations }, (_, number) => {
    const app = APP_NAMES.reduce((best, next) => (lag(next, number) > lag(best, number) ? next : best))
    given.set(app, (given.get(app) ?? 0) + 1)
    return app
  })
}

/** A phone is now and then the second device of someone who was drawn before. */
const drawPerson = (number: number, profile: Profile, chance: Chance): number =>
  profile.client === 'mobile' && number > 2 && chance.happens(0.25) ? chance.between(0, number - 1) : number

const drawPersonFacts = (
  seed: string,
  person: number,
): Pick<Installation, 'userId' | 'organisation' | 'language'> => {
  const chance = createChance(`${seed}/person/${person}`)
  const organisation = chance.pickByWeight(ORGANISATIONS)
  const language = chance.pickByWeight(organisation.languages).tag
  return { userId: userNameOf(person), organisation: organisation.name, language }
}

const drawErrorReporting = (number: number, chance: Chance): Installation['errorReporting'] => {
  if ((number * GOLDEN_STEP) % 1 < OPT_IN_SHARE) return 'granted'
  return chance.happens(0.5) ? 'denied' : 'undecided'
}

/** Machines of companies are set to send what Windows deems safe, or nothing; others ask. */
const drawWatson = ({ os }: Profile, chance: Chance): Installation['watson'] => {
  if (os !== 'Windows') return {}
  return chance.pickByWeight([
    { weight: 5, watson: {} },
    { weight: 3, watson: { machine: { DefaultConsent: 4 } } },
    { weight: 1, watson: { machine: { DefaultConsent: 3 }, user: { DefaultConsent: 2 } } },
    { weight: 1, watson: { machine: { Disabled: 1 } } },
  ]).watson
}

const drawInstallation = (seed: string, number: number, profiles: readonly Profile[]): Installation => {
  const chance = createChance(`${seed}/installation/${number}`)
  const profile = chance.pickByWeight(profiles)
  const isLate = (number * SILVER_STEP) % 1 > 1 - APPEARS_LATER
  return {
    number,
    profile,
    ...drawPersonFacts(seed, drawPerson(number, profile, chance)),
    errorReporting: drawErrorReporting(number, chance),
    diligence: 0.5 + chance.unit(),
    appearsAfter: isLate ? 0.15 + 0.4 * chance.unit() : 0,
    cores: chance.pick([4, 6, 8, 8, 10, 12]),
    appVersion: chance.pickByWeight(VERSIONS[profile.appName]).version,
    watson: drawWatson(profile, chance),
  }
}

/** The first installations of a seed's fleet; more of them never change the ones before. */
export const drawInstallations = (
  profiles: readonly Profile[],
  options: { readonly seed: string; readonly installations: number },
): readonly Installation[] => {
  const byApp = new Map(APP_NAMES.map((app) => [app, profiles.filter(({ appName }) => appName === app)]))
  return spreadApps(options.installations).map((app, number) =>
    drawInstallation(options.seed, number, byApp.get(app) ?? []),
  )
}
