import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createManualClock } from '../test-candor/manual-clock.js'
import { createMemoryDevice } from '../test-candor/memory-device.js'
import { startTab } from '../testing/start-tab.js'

type Door = (...given: readonly unknown[]) => unknown

const throwing = {
  get type(): never {
    throw new Error('no')
  },
  toJSON: () => {
    throw new Error('no')
  },
  toString: () => {
    throw new Error('no')
  },
}
const circular: Record<string, unknown> = {}
circular['itself'] = circular

const garbage = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  fc.constantFrom(throwing, circular, Symbol('no'), () => throwing, NaN, -1, 2 ** 60, '', '__proto__'),
  fc.constantFrom('usage.IMSent', 'granted', 'Performance', 'error', 'constructor'),
)

const listDoors = (value: object, path = ''): readonly (readonly [string, Door])[] =>
  Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    if (name === 'practices' || name === 'ready' || name === 'connection') return []
    if (typeof part === 'function') return [[path + name, part as Door] as const]
    return typeof part === 'object' && part !== null ? listDoors(part, `${path}${name}.`) : []
  })

const calls = fc.array(
  fc.record({
    door: fc.nat(),
    given: fc.array(garbage, { maxLength: 3 }),
    /** How many occurrences are counted besides, as they should be. */
    counted: fc.integer({ min: 0, max: 5 }),
    passMillis: fc.constantFrom(0, 0, 0, 1500, 3_600_000),
  }),
  { maxLength: 40 },
)

test('whatever is called with whatever, nothing is thrown and no count is wrong', async () => {
  await fc.assert(
    fc.asyncProperty(calls, fc.constantFrom('open', 'opening'), async (sequence, state) => {
      const device = createMemoryDevice()
      const clock = createManualClock(Date.UTC(2026, 10, 22, 14, 30))
      let open = (): void => {}
      const later = new Promise<ReturnType<typeof device.open>>((resolve) => {
        open = () => resolve(device.open())
      })
      const openStorage = state === 'open' ? device.open : () => later
      const firstHash = () => Promise.reject(new Error('none here'))
      const candor = startTab('', { ...clock, openStorage, firstHash })
      const doors = listDoors(candor).filter(([name]) => !/erase|reset|close|IMSent/.test(name))
      let expected = 0
      for (const { door, given, counted, passMillis } of sequence) {
        const [, call] = doors[door % doors.length] ?? ['', () => {}]
        void call(...given)
        if (counted > 0) candor.usage.IMSent.add(counted)
        expected += counted
        clock.pass(passMillis)
      }
      open()
      await candor.ready
      const bodies = candor.waiting().filter(({ category }) => category === 'usage')
      const counts = bodies.map(({ body }) => {
        const { reports } = JSON.parse(body) as { reports: { data: Record<string, number> }[] }
        return reports[0]?.data['IMSent'] ?? 0
      })
      expect(counts.reduce((sum, each) => sum + each, 0)).toBe(expected)
      await candor.close()
      for (const [, call] of listDoors(candor)) await call(throwing)
    }),
    { numRuns: 150 },
  )
})

test('what is called with the wrong things is counted', async () => {
  const candor = startTab('', { openStorage: createMemoryDevice().open })
  const loose = candor as unknown as Record<string, Door> & { error: Record<string, Door> }
  loose['decide']?.(Symbol('no'))
  loose['setMeeting']?.(throwing)
  loose.error['report']?.({ Exception: circular })
  loose.error['report']?.(undefined)
  loose['setUser']?.(7)
  expect(candor.decide(7 as unknown as string).collect).toBe(false)
  expect(candor.diagnostics()).toEqual({ misuse: 4, 'user-refused': 1 })
  await candor.close()
})
