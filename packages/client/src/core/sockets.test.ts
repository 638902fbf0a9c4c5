import { skypeTeams, type SkypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, expect, test } from 'vitest'

import type { CandorOptions } from './candor-options.js'
import { startListener, type Listener } from '../testing/start-listener.js'
import { createTabWorld, type TabWorld } from '../testing/tab-world.js'

let world: TabWorld
let listener: Listener

beforeEach(async () => {
  world = await createTabWorld()
  listener = await startListener()
})
afterEach(async () => {
  await world.close()
  await listener.close()
})

/** Everything an app does from its start to its exit. */
const live = async (options: Partial<CandorOptions<SkypeTeams>>): Promise<void> => {
  const { candor } = world.start({ endpoint: listener.endpoint, ...options })
  candor.setUser('amosmarble')
  candor.usage.IMSent.add()
  candor.error.report({ ErrorCode: '0x1' })
  candor.setMeeting({ pool: 'pool01.contoso.com' })
  await candor.refreshPolicy()
  for (let day = 0; day < 2; day += 1) {
    world.clock.pass(86_400_000)
    await candor.flush()
  }
  await candor.close()
}

const withoutCensus = {
  ...skypeTeams,
  dataTypes: { ...skypeTeams.dataTypes, census: {} },
} as unknown as SkypeTeams
const forbidden = { settings: { DisableAutomaticSendTracing: { machine: true } } }

test.each([
  ['an empty endpoint', { endpoint: '' }],
  [
    'everything forbidden on the device and no census',
    { practices: withoutCensus, device: forbidden, client: 'desktop' as const },
  ],
])('%s opens no socket, from the start to the exit', async (_what, options) => {
  await live(options)
  expect(listener.connections()).toBe(0)
})

test('where something may be sent, the same app opens sockets', async () => {
  await live({ device: forbidden, client: 'desktop' })
  expect(listener.connections()).toBeGreaterThan(0)
})

test('where the service alone could forbid, its policy is asked for', async () => {
  await live({ practices: withoutCensus, client: 'desktop' })
  expect(listener.connections()).toBeGreaterThan(0)
})
