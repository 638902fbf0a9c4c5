import { expect, test } from 'vitest'
import { createReadinessProbe } from './readiness.js'

test('names every part that does not work, says no or does not answer in time', async () => {
  const parts = {
    well: async () => true,
    full: async () => false,
    broken: () => Promise.reject(new Error('the disk is gone')),
    late: () => new Promise<boolean>(() => undefined),
  }
  const checks = Object.entries(parts).map(([part, works]) => ({ part, works }))
  const probe = createReadinessProbe(checks, () => 0, 10)
  expect(await probe.ask()).toEqual({ kind: 'unready', parts: ['full', 'broken', 'late'] })
})

test('asks once a second at most, and again after that', async () => {
  let asked = 0
  let nowMillis = 0
  const works = async (): Promise<boolean> => {
    asked += 1
    return asked === 1
  }
  const probe = createReadinessProbe([{ part: 'spool', works }], () => nowMillis)
  expect(await Promise.all([probe.ask(), probe.ask()])).toEqual([{ kind: 'ready' }, { kind: 'ready' }])
  expect(asked).toBe(1)
  nowMillis = 1000
  expect(await probe.ask()).toEqual({ kind: 'unready', parts: ['spool'] })
})

test('a stopping service is not ready, whatever its parts say', async () => {
  const probe = createReadinessProbe([], () => 0)
  expect(await probe.ask()).toEqual({ kind: 'ready' })
  probe.stop()
  expect(await probe.ask()).toEqual({ kind: 'unready', parts: ['stopping'] })
})
