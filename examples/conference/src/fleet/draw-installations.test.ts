import { beforeAll, describe, expect, test } from 'vitest'

import { drawInstallations } from './draw-installations.js'
import { loadProfiles } from './profiles/load-profiles.js'
import { APP_NAMES, type Profile } from './profiles/profile.js'

let profiles: readonly Profile[] = []
beforeAll(async () => {
  profiles = await loadProfiles()
})

const draw = (seed: string, installations: number) => drawInstallations(profiles, { seed, installations })

describe('the installations of a seed', () => {
  test('are the same every time, and others for another seed', () => {
    expect(draw('a', 40)).toStrictEqual(draw('a', 40))
    expect(draw('a', 40)).not.toStrictEqual(draw('b', 40))
  })

  test('do not change when there are more of them', () => {
    expect(draw('a', 200).slice(0, 25)).toStrictEqual(draw('a', 25))
  })

  test('form groups of at least five devices for three apps among 25, and some of each app', () => {
    const fleet = draw('candor', 25)
    const sizes = APP_NAMES.map((app) => fleet.filter(({ profile }) => profile.appName === app).length)
    expect(sizes.filter((size) => size >= 5).length).toBeGreaterThanOrEqual(3)
    expect(Math.min(...sizes)).toBeGreaterThan(0)
  })

  test('opt in for about 60 in 100 people, in small fleets too', () => {
    for (const installations of [10, 25, 400]) {
      const granted = draw('candor', installations).filter(
        ({ errorReporting }) => errorReporting === 'granted',
      )
      expect(granted.length / installations).toBeCloseTo(0.6, 1)
    }
  })

  test('have people who use more than one device, each with one organisation and one language', () => {
    const fleet = draw('candor', 200)
    const people = new Map(
      fleet.map(({ userId, organisation, language }) => [userId, `${organisation} ${language}`]),
    )
    expect(people.size).toBeLessThan(fleet.length)
    for (const { userId, organisation, language } of fleet) {
      expect(people.get(userId)).toBe(`${organisation} ${language}`)
    }
  })
})

test('names systems as the practices do', () => {
  const phones = profiles.filter(({ appName }) => appName === 'iPhoneSkype')
  expect(new Set(phones.map(({ osName }) => osName))).toStrictEqual(new Set(['iPhoneiOS']))
  expect(new Set(phones.map(({ deviceModel }) => deviceModel))).toStrictEqual(new Set(['iPhone']))
  const clients = new Map(profiles.map(({ appName, client }) => [appName, client]))
  expect(Object.fromEntries(clients)).toStrictEqual({
    SkypeDesktop: 'desktop',
    SkypeMac: 'desktop',
    iPhoneSkype: 'mobile',
    AndroidSkype: 'mobile',
    SkypeWeb: 'web',
    SkypeMeetingsApp: 'meetings-app',
    JoinLauncher: 'join-launcher',
  })
})
