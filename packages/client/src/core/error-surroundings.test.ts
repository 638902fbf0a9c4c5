import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTabWorld, type TabWorld } from '../testing/tab-world.js'

let world: TabWorld

beforeEach(async () => {
  world = await createTabWorld()
})
afterEach(() => world.close())

const start = () => {
  const { candor } = world.start()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  return candor
}
const errors = () => world.service.accepted('error').map(({ data }) => data)

test('the last lines that were logged go with an error that has none of its own', async () => {
  const candor = start()
  for (let line = 0; line < 60; line += 1) candor.error.log('info', `line ${line}`)
  world.clock.pass(250)
  candor.error.log('warning', 'x'.repeat(5000))
  world.clock.pass(500)
  candor.error.report({ ErrorCode: '0x1' })
  const own = [{ beforeMillis: 1, level: 'error', message: 'its own' }] as const
  candor.error.report({ ErrorCode: '0x2', ErrorLog: own })
  await candor.flush()
  const lines = errors()[0]?.['ErrorLog'] as { message: string }[]
  expect(lines).toHaveLength(50)
  expect(lines[0]).toEqual({ beforeMillis: 750, level: 'info', message: 'line 11' })
  expect(lines.at(-1)).toEqual({ beforeMillis: 500, level: 'warning', message: 'x'.repeat(4096) })
  expect(errors()[1]?.['ErrorLog']).toEqual(own)
})

test('all lines together have a bound', async () => {
  const candor = start()
  for (let line = 0; line < 50; line += 1) candor.error.log('debug', String(line).padEnd(4000, '.'))
  candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  const lines = errors()[0]?.['ErrorLog'] as { message: string }[]
  expect(lines.map(({ message }) => message.slice(0, 2))).toEqual(['46', '47', '48', '49'])
})

test('nothing that was logged before the choice, or for somebody else, goes with an error', async () => {
  const { candor } = world.start()
  candor.setUser('bellaross')
  candor.consent.set('granted')
  candor.setUser('amosmarble')
  candor.error.log('info', 'before the choice')
  candor.consent.set('granted')
  candor.error.log('info', 'of amos')
  candor.setUser('bellaross')
  candor.error.log('info', 'of bella')
  candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  expect(errors()[0]?.['ErrorLog']).toEqual([{ beforeMillis: 0, level: 'info', message: 'of bella' }])
  expect(world.device.content()).not.toContain('of amos')
})

test('what is attached is asked for at the moment of an error, where that does not give it, until it is stopped', async () => {
  const candor = start()
  let memory = 1
  const stop = candor.error.attach('Performance', () => ({ heapBytes: memory }))
  candor.error.attach('DeviceConfiguration', () => ({ cores: '8' }))
  candor.error.report({ ErrorCode: '0x1' })
  memory = 2
  candor.error.report({ ErrorCode: '0x2', DeviceConfiguration: { cores: '4' } })
  stop()
  candor.error.report({ ErrorCode: '0x3' })
  candor.error.report({})
  await candor.flush()
  expect(errors().map(({ Performance, DeviceConfiguration }) => [Performance, DeviceConfiguration])).toEqual([
    [{ heapBytes: 1 }, { cores: '8' }],
    [{ heapBytes: 2 }, { cores: '4' }],
    [undefined, { cores: '8' }],
  ])
})

test('what is attached passes the same checks, and one that throws harms nobody', async () => {
  const candor = start()
  candor.error.attach('NetworkQuality', () => {
    throw new Error('no network')
  })
  candor.error.attach('Performance', () => ({ mood: 3 }) as unknown as object)
  candor.error.attach('DeviceConfiguration', () => undefined)
  candor.error.report({ ErrorCode: '0x1' })
  await candor.flush()
  expect(errors()).toEqual([{ ErrorCode: '0x1', UserID: 'amosmarble' }])
  expect(candor.diagnostics()).toEqual({
    'attach-failed:error.NetworkQuality': 1,
    'value-refused:error.Performance': 1,
  })
})

test('what is attached is not even asked for where it is not collected', () => {
  const { candor } = world.start()
  let asked = 0
  candor.error.attach('Performance', () => {
    asked += 1
    return {}
  })
  candor.error.report({ ErrorCode: '0x1' })
  expect(asked).toBe(0)
})

test('a report holds what was given when it was reported, whatever the app changes later', async () => {
  const candor = start()
  const given = { heapBytes: 1 }
  candor.error.report({ Performance: given })
  given.heapBytes = 2
  Object.defineProperty(given, 'toJSON', {
    value: () => {
      throw new Error('not now')
    },
  })
  await candor.flush()
  expect(errors()[0]?.['Performance']).toEqual({ heapBytes: 1 })
})
