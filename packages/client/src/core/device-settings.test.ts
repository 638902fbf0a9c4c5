import { afterEach, beforeEach, expect, test } from 'vitest'

import { createClientWorld, type ClientWorld } from '../testing/client-world.js'

const CRASH = { type: 'AccessViolation', message: 'reading the chat of amosmarble', stack: 'at chat.js:12:3' }

let world: ClientWorld

beforeEach(async () => {
  world = await createClientWorld()
})
afterEach(() => world.close())

const crashes = () => world.service.accepted('error').map(({ data }) => data['Crash'])
const startOnWindows = (watson: unknown) => world.start({ client: 'meetings-app', device: { watson } })

test('a changed Windows Error Reporting value counts at once, and what it forbids is removed', async () => {
  world.service.answerWith({ status: 503 })
  const candor = startOnWindows({ machine: { DefaultConsent: 4 } })
  candor.error.report({ Crash: CRASH })
  await candor.flush()
  expect(await world.kept()).toContain('AccessViolation')
  let changes = 0
  candor.subscribe(() => (changes += 1))
  candor.setDevice({ watson: { machine: { DefaultConsent: 4, Disabled: 1 } } })
  expect(candor.decide('error.Crash')).toMatchObject({ collect: false, source: 'machine.Disabled' })
  expect(changes).toBe(1)
  expect(await world.kept()).not.toContain('AccessViolation')
})

test('a changed Group Policy is added to what the service says', () => {
  const candor = world.start()
  expect(candor.decide('usage.IMSent').collect).toBe(true)
  candor.setDevice({ settings: { DisableAutomaticSendTracing: { machine: true } } })
  expect(candor.decide('usage.IMSent')).toMatchObject({ collect: false, source: 'machine' })
  candor.setDevice({})
  expect(candor.decide('usage.IMSent').collect).toBe(true)
})

test('a crash goes with no more than its type where the device sends parameters alone', async () => {
  const candor = startOnWindows({ machine: { DefaultConsent: 4, DontSendAdditionalData: 1 } })
  candor.error.report({ Crash: CRASH })
  expect(await world.kept()).not.toContain('amosmarble')
  await candor.flush()
  expect(crashes()).toEqual([{ type: 'AccessViolation', message: '' }])
})

test('a crash that waits is cut to its type when the device begins to send parameters alone', async () => {
  world.service.answerWith({ status: 503 })
  const candor = startOnWindows({ machine: { DefaultConsent: 4 } })
  candor.error.report({ Crash: CRASH })
  await candor.flush()
  candor.setDevice({ watson: { machine: { DefaultConsent: 2 } } })
  expect(await world.kept()).not.toContain('amosmarble')
  world.service.answerWith(undefined)
  await candor.flush()
  expect(crashes()).toEqual([{ type: 'AccessViolation', message: '' }])
})
