import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { drawInstallations } from './draw-installations.js'
import { isGuest, type Installation } from './installation.js'
import { loadProfiles } from './profiles/load-profiles.js'
import { ORGANISATIONS } from './profiles/people.js'
import { runFleet } from './run-fleet.js'
import { startCheckingService, type ArrivedReport, type CheckingService } from './testing/checking-service.js'

const NOW_MILLIS = Date.parse('2026-11-20T15:30:00Z')
const INSTALLATIONS = 8
const DAYS = 10

let folder = ''
let service: CheckingService
let fleet: readonly Installation[] = []
let progress: readonly string[] = []

/** Runs the fleet until it is live, and ends it there. */
const replay = async (): Promise<readonly string[]> => {
  const told: string[] = []
  const controller = new AbortController()
  await runFleet({
    endpoint: service.endpoint,
    key: 'demo',
    installations: INSTALLATIONS,
    folder,
    days: DAYS,
    seed: 'test',
    now: () => NOW_MILLIS,
    signal: controller.signal,
    onProgress: (line) => {
      told.push(line)
      if (line.includes('live')) controller.abort()
    },
  })
  return told
}

const reportsOf = (category: ArrivedReport['category']): readonly ArrivedReport[] =>
  service.reports.filter((report) => report.category === category)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-fleet-'))
  service = await startCheckingService()
  fleet = drawInstallations(await loadProfiles(), { seed: 'test', installations: INSTALLATIONS })
  progress = await replay()
}, 60_000)

afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true, force: true })
})

test('every report of every lane is one that the practices allow', () => {
  expect(service.faults).toStrictEqual([])
  for (const category of ['census', 'usage', 'error'] as const) {
    expect(reportsOf(category).length).toBeGreaterThan(5)
  }
})

test('tells how far it is, and then that it is live', () => {
  expect(progress).toStrictEqual([
    'fleet: 10 days of 5 of 8 installations replayed',
    'fleet: 10 days of 8 of 8 installations replayed',
    'fleet: 8 installations are live',
  ])
})

describe('census', () => {
  test('names no organisation, no pool and no raw user id, anywhere in its bodies', () => {
    const bodies = service.bodies.census.join('\n')
    for (const { name } of ORGANISATIONS) expect(bodies).not.toContain(name)
    for (const { userId } of fleet) expect(bodies).not.toContain(userId)
    expect(reportsOf('census').some(({ envelope }) => 'org' in envelope || 'pool' in envelope)).toBe(false)
  })

  test('has one device id an installation, one first hash a person, and the days of the replay', () => {
    const devices = new Set(reportsOf('census').map(({ data }) => data['DeviceID']))
    const users = new Set(reportsOf('census').flatMap(({ data }) => data['UserID'] ?? []))
    expect(devices.size).toBe(INSTALLATIONS)
    const people = fleet.filter((installation) => !isGuest(installation))
    expect(users.size).toBe(new Set(people.map(({ userId }) => userId)).size)
    const days = new Set(
      reportsOf('census').map(({ fromMillis }) => new Date(fromMillis).toISOString().slice(0, 10)),
    )
    expect(days.size).toBeGreaterThan(5)
    expect([...days].toSorted().at(-1)).toBe('2026-11-20')
    expect([...days].every((day) => day >= '2026-11-11' && day <= '2026-11-20')).toBe(true)
  })
})

test('devices are the simulated ones alone: nothing is collected from this machine', () => {
  const known = fleet.map(({ profile, language }) => [
    profile.appName,
    profile.deviceModel,
    profile.osName,
    profile.osVersion,
    language,
  ])
  for (const { data } of reportsOf('census')) {
    const { AppName, DeviceModel, OSName, OSVersion, UserLanguage } = data
    expect(known).toContainEqual([AppName, DeviceModel, OSName, OSVersion, UserLanguage])
  }
  const screens = fleet.map(({ profile }) => profile.screen)
  for (const { data } of reportsOf('error')) {
    expect(data).toMatchObject({ NetworkQuality: { roundTripMillis: expect.any(Number) as number } })
    expect(data['DeviceConfiguration']).toMatchObject({ appVersion: expect.any(String) as string })
    expect(screens).toContain((data['DeviceConfiguration'] as { screen: string }).screen)
    expect(data).not.toHaveProperty('Performance')
  }
})

test('usage names the organisation and never a person or a device', () => {
  const organisations = new Set(reportsOf('usage').map(({ envelope }) => envelope.org))
  expect(organisations).toStrictEqual(new Set(fleet.map(({ organisation }) => organisation)))
  const bodies = service.bodies.usage.join('\n')
  for (const { userId } of fleet) expect(bodies).not.toContain(userId)
})

test('errors come from those who opted in alone, and name no place of this machine', () => {
  const optedIn = new Set(
    fleet.filter(({ errorReporting }) => errorReporting === 'granted').map(({ userId }) => userId),
  )
  const senders = reportsOf('error').map(({ data }) => data['UserID'])
  expect(senders.every((sender) => typeof sender === 'string' && optedIn.has(sender))).toBe(true)
  expect(service.bodies.error.join('\n')).not.toContain(import.meta.dirname)
})

test('a folder that was used before does not repeat its days', async () => {
  const before = service.reports.length
  await replay()
  expect(service.reports.length).toBe(before)
})
