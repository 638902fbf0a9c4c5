import { afterEach, beforeEach, expect, test } from 'vitest'

import { createClientWorld, type ClientWorld } from '../testing/client-world.js'

const ALLOWED = { MeetingUxEnableTelemetry: { global: true } }
const MEETING = { pool: 'pool01.contoso.com' }

let world: ClientWorld

beforeEach(async () => {
  world = await createClientWorld()
})
afterEach(() => world.close())

const usage = () => world.service.accepted('usage').map(({ data }) => data)
const codes = () => world.service.accepted('error').map(({ data }) => data['ErrorCode'])

const joinAndRecord = () => {
  const candor = world.start({ client: 'meetings-app', os: 'macOS' })
  candor.setMeeting(MEETING)
  candor.usage.MeetingJoinAttempts.add(2)
  candor.usage.FeatureUse.add('whiteboard')
  candor.error.report({ ErrorCode: 'at the door' })
  return candor
}

test('what is recorded before the first policy of a pool is kept back, and goes once that allows it', async () => {
  world.service.setSettings(ALLOWED)
  const candor = joinAndRecord()
  await candor.flush()
  expect(usage()).toEqual([{ MeetingJoinAttempts: 2, FeatureUse: { whiteboard: 1 } }])
  expect(codes()).toEqual(['at the door'])
  expect(world.service.accepted('usage')[0]?.envelope).toMatchObject(MEETING)
})

test('it is gone where the policy forbids it, and never was on the disk', async () => {
  world.service.setSettings({ MeetingUxEnableTelemetry: { global: false } })
  const candor = joinAndRecord()
  candor.waiting()
  expect(await world.kept()).not.toMatch(/MeetingJoinAttempts|at the door/)
  await candor.flush()
  world.service.setSettings(ALLOWED)
  await candor.refreshPolicy()
  await candor.flush()
  expect([...usage(), ...codes()]).toEqual([])
})

test('while the policy does not come, it stays in memory alone and nothing of it is sent', async () => {
  world.service.setSettings(undefined)
  const candor = joinAndRecord()
  await candor.flush()
  expect(await world.kept()).not.toMatch(/MeetingJoinAttempts|at the door/)
  world.service.setSettings(ALLOWED)
  await candor.refreshPolicy()
  await candor.flush()
  expect(usage()).toEqual([{ MeetingJoinAttempts: 2, FeatureUse: { whiteboard: 1 } }])
  expect(codes()).toEqual(['at the door'])
})

test('each meeting goes by the policy of its own pool', async () => {
  world.service.setSettings(ALLOWED)
  const candor = joinAndRecord()
  candor.setMeeting(undefined)
  candor.usage.MeetingJoinAttempts.add(1)
  await candor.refreshPolicy()
  candor.setMeeting(MEETING)
  await candor.refreshPolicy()
  await candor.flush()
  const sent = world.service.accepted('usage')
  expect(sent.map(({ data, envelope }) => [data['MeetingJoinAttempts'], envelope['pool']])).toEqual(
    expect.arrayContaining([
      [2, MEETING.pool],
      [1, undefined],
    ]),
  )
})
