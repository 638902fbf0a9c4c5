import { expect, test } from 'vitest'
import { startUpkeep } from './upkeep.js'

test('forgets in steps until nothing is left, and stops when told', async () => {
  const left = [3, 2, 0]
  const asked: number[] = []
  const forget = (nowMillis: number): Promise<number> => {
    asked.push(nowMillis)
    return Promise.resolve(left.shift() ?? 0)
  }
  const stop = startUpkeep({ spool: { forget }, now: () => 7, onFailure: () => {} })
  await stop()
  expect(asked).toEqual([7, 7, 7])
})

test('a failure is told, and does not end the service', async () => {
  const told: string[] = []
  const forget = (): Promise<number> => Promise.reject(new Error('the disk is gone'))
  const stop = startUpkeep({ spool: { forget }, now: () => 7, onFailure: (code) => void told.push(code) })
  await stop()
  expect(told).toEqual(['CANDOR_INTERNAL'])
})
