import { createTestCandor } from '@candor/client/testing'
import { skypeTeams } from '@candor/practices/skype-teams'
import { beforeAll, expect, test } from 'vitest'

import { findPool } from '../world/pools.js'
import { drawInstallations } from './draw-installations.js'
import { isGuest, type Installation } from './installation.js'
import { performActivity } from './perform-activity.js'
import { drawActivity } from './plan/draw-activity.js'
import { createChance } from './chance.js'
import { loadProfiles } from './profiles/load-profiles.js'

let guests: readonly Installation[] = []
beforeAll(async () => {
  guests = drawInstallations(await loadProfiles(), { seed: 'candor', installations: 100 }).filter(isGuest)
})

const meetingIn = (fqdn: string) => {
  const pool = findPool(fqdn)
  if (pool === undefined) throw new Error(`the world has no ${fqdn}`)
  const counts = { minutes: 30, sent: 2, received: 3, features: ['poll'], failures: ['upload'] } as const
  return { kind: 'guest-meeting', pool, outcome: 'joined', ...counts } as const
}

test('a meeting of a guest is counted where its pool allows that, and never names a person', async () => {
  const [guest] = guests
  if (guest === undefined) throw new Error('the fleet has no guest')
  const { candor, collected, errors, bodies, misuse } = createTestCandor({
    practices: skypeTeams,
    client: 'meetings-app',
    settings: { MeetingUxEnableTelemetry: { 'service:WebServer:pool01.contoso.com': true } },
  })
  await performActivity(candor, guest, meetingIn('pool01.contoso.com'))
  await performActivity(candor, guest, meetingIn('pool01.litwareinc.com'))
  expect(collected('usage')).toMatchObject({ MeetingJoinSuccesses: 1, IMSent: 2, FeatureUse: { poll: 1 } })
  expect(errors()).toHaveLength(1)
  expect(bodies('usage').join('')).not.toContain('litwareinc')
  expect(bodies('error').join('')).not.toContain(guest.userId)
  expect(misuse()).toEqual({})
})

test('guests come with both apps, from several organisations, into meetings of others', () => {
  expect(new Set(guests.map(({ profile }) => profile.client))).toEqual(
    new Set(['meetings-app', 'join-launcher']),
  )
  expect(new Set(guests.map(({ organisation }) => organisation)).size).toBeGreaterThan(1)
  for (const guest of guests) {
    const hosts = Array.from({ length: 20 }, (_, at) => drawActivity(createChance(`${at}`), guest)).flatMap(
      (activity) => (activity.kind === 'guest-meeting' ? activity.pool.organisation : []),
    )
    expect(hosts.length).toBeGreaterThan(0)
    expect(hosts).not.toContain(guest.organisation)
  }
})
