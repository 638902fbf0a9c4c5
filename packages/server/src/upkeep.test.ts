import { expect, test, vi } from 'vitest'
import { startUpkeep } from './upkeep.js'

const rests = { run: () => Promise.resolve() }

test('forgets in steps until nothing is left, and stops when told', async () => {
  const left = [3, 2, 0]
  const asked: number[] = []
  const forget = (nowMillis: number): Promise<number> => {
    asked.push(nowMillis)
    return Promise.resolve(left.shift() ?? 0)
  }
  const kept: number[] = []
  const forgetKept = async (nowMillis: number) => kept.push(nowMillis)
  const parts = { spool: { forget }, forgetKept, retention: rests }
  const stop = startUpkeep({ ...parts, now: () => 7, onFailure: () => {} })
  await stop()
  expect(asked).toEqual([7, 7, 7])
  expect(kept).toEqual([7])
})

test('a failure is told, and does not end the service', async () => {
  const told: string[] = []
  const forget = (): Promise<number> => Promise.reject(new Error('the disk is gone'))
  const stop = startUpkeep({
    spool: { forget },
    forgetKept: async () => 0,
    retention: rests,
    now: () => 7,
    onFailure: (code) => void told.push(code),
  })
  await stop()
  expect(told).toEqual(['CANDOR_INTERNAL'])
})

test('a round of retention follows, and another one when six hours have passed on the clock', async () => {
  let nowMillis = 7
  let rounds = 0
  const retention = { run: () => Promise.resolve(void (rounds += 1)) }
  const forget = (): Promise<number> => Promise.resolve(0)
  const stop = startUpkeep({
    spool: { forget },
    forgetKept: async () => 0,
    retention,
    now: () => nowMillis,
    onFailure: () => {},
  })
  await vi.waitFor(() => expect(rounds).toBe(1))
  nowMillis += 6 * 3_600_000
  await vi.waitFor(() => expect(rounds).toBe(2), { timeout: 5000 })
  await stop()
})
