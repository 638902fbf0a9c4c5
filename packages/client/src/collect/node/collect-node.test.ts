import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { buildProgram, type BuiltProgram } from '../../testing/build-program.js'
import { createClientWorld, type ClientWorld } from '../../testing/client-world.js'
import { collectNode } from './index.js'
import { readNodeFacts } from './node-facts.js'

const EVENTS = ['exit', 'uncaughtExceptionMonitor', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const

let program: BuiltProgram
let world: ClientWorld

beforeAll(async () => {
  program = await buildProgram(new URL('../../testing/collecting-program.ts', import.meta.url))
})
afterAll(() => program.remove())
beforeEach(async () => {
  world = await createClientWorld()
})
afterEach(() => world.close())

const countListeners = (): readonly number[] => EVENTS.map((event) => process.listenerCount(event))

const spawnProgram = (ending: string) =>
  spawn(process.execPath, [program.path, world.folder, ending], { stdio: ['ignore', 'pipe', 'ignore'] })

const runProgram = async (ending: string, signal?: NodeJS.Signals): Promise<readonly unknown[]> => {
  const child = spawnProgram(ending)
  const ended = once(child, 'exit')
  if (signal) {
    await once(child.stdout, 'data')
    child.kill(signal)
  } else child.stdout.resume()
  return ended
}

/** What the next start finds and sends, for the user who allowed it. */
const startAgain = async () => {
  const candor = world.start({ now: () => Date.now(), collect: collectNode() })
  candor.setUser('amosmarble@contoso.com')
  await candor.ready
  await candor.flush()
  await candor.close()
  const sumOf = (name: string): number =>
    world.service.accepted('usage').reduce((sum, { data }) => sum + Number(data[name] ?? 0), 0)
  return {
    sessions: sumOf('Sessions'),
    crashes: sumOf('Crashes'),
    errors: world.service.accepted('error').map(({ data }) => data),
    census: world.service.accepted('census').map(({ data }) => data),
  }
}

test.each([
  ['return', undefined, [0, null]],
  ['exit', undefined, [0, null]],
  ['exit-3', undefined, [3, null]],
  ['wait', 'SIGTERM', [null, 'SIGTERM']],
  ['wait', 'SIGINT', [null, 'SIGINT']],
  ['wait', 'SIGHUP', [null, 'SIGHUP']],
  ['wait-handling', 'SIGTERM', [7, null]],
] as const)('an orderly end is no crash, and ends as ever: %s %s', async (ending, signal, expected) => {
  expect(await runProgram(ending, signal)).toEqual(expected)
  expect(await startAgain()).toMatchObject({ sessions: 2, crashes: 0, errors: [] })
})

test.each(['throw', 'reject'])('what nobody catches is one crash with its exception: %s', async (ending) => {
  expect(await runProgram(ending)).toEqual([1, null])
  const { crashes, errors } = await startAgain()
  expect(crashes).toBe(1)
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatchObject({
    Crash: { type: 'TypeError', message: 'no such room' },
    DeviceConfiguration: { appVersion: '4.2.0' },
  })
  expect(errors[0]).not.toHaveProperty('Exception')
})

test('an app that catches what is uncaught goes on: an error, and no crash', async () => {
  expect(await runProgram('survive')).toEqual([0, null])
  const { crashes, errors } = await startAgain()
  expect(crashes).toBe(0)
  expect(errors).toMatchObject([{ Exception: { type: 'TypeError', message: 'no such room' } }])
})

test('kill -9 is one crash, which the next start finds, and the one after it does not', async () => {
  expect(await runProgram('wait', 'SIGKILL')).toEqual([null, 'SIGKILL'])
  expect(await startAgain()).toMatchObject({
    sessions: 2,
    crashes: 1,
    errors: [{ Crash: { type: 'SessionLost' } }],
  })
  expect(await startAgain()).toMatchObject({ sessions: 3, crashes: 1, errors: [{}] })
})

test('closing ends the session: what happens then is the app’s own', async () => {
  expect(await runProgram('close')).toEqual([1, null])
  expect(await startAgain()).toMatchObject({ crashes: 0, errors: [] })
})

test('the device and the app are described in each census report', async () => {
  await runProgram('return')
  const { census } = await startAgain()
  const { osName, language } = readNodeFacts()
  expect(census[0]).toMatchObject({ AppName: 'Contoso Desk', OSName: osName, UserLanguage: language })
})

test('stopping removes every listener, of many clients as of one', async () => {
  const before = countListeners()
  const clients = Array.from({ length: 20 }, () => world.start({ collect: collectNode() }))
  await Promise.all(clients.map(({ ready }) => ready))
  const during = countListeners()
  // The client itself has another one, to keep what it recorded.
  expect(during.map((count, at) => count - (before[at] ?? 0))).toEqual([2, 1, 1, 1, 1])
  await Promise.all(clients.map((client) => client.close()))
  expect(countListeners()).toEqual(before)
})

test('practices without crashes: the process is not listened to', async () => {
  const before = countListeners()
  const { Sessions } = skypeTeams.dataTypes.usage
  const practices = { ...skypeTeams, dataTypes: { census: {}, usage: { Sessions }, error: {} } }
  const candor = world.start({ practices: practices as unknown as typeof skypeTeams, collect: collectNode() })
  await candor.ready
  const [, ...during] = countListeners()
  expect(during).toEqual(before.slice(1))
})
