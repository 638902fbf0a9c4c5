import { expect, test } from 'vitest'
import { createReadinessProbe } from './readiness.js'

const well = { part: 'clock', works: async () => true } as const
const full = { part: 'disk', works: async () => false } as const
const broken = { part: 'spool', works: () => Promise.reject(new Error('the disk is gone')) } as const
const late = { part: 'control-plane', works: () => new Promise<boolean>(() => undefined) } as const

const codeOf = 'CANDOR_SPOOL_FULL'

test('names every part that does not work, says no or does not answer in time, with its code', async () => {
  const checks = [well, full, broken, late].map((check) => ({ ...check, code: codeOf }) as const)
  const probe = createReadinessProbe({ checks, now: () => 0, patienceMillis: 10 })
  const faults = (['disk', 'spool', 'control-plane'] as const).map((part) => ({ part, code: codeOf }))
  expect(await probe.ask()).toEqual({ kind: 'unready', faults, unwell: [] })
})

test('tells what is not well beside what keeps reports from being accepted, each part once', async () => {
  const loader = { part: 'loader', code: 'CANDOR_STORE_UNAVAILABLE', since: 5 } as const
  const disk = { part: 'disk', code: codeOf, since: 7 } as const
  const asked = { unwell: () => [loader, disk], now: () => 0 }
  expect(await createReadinessProbe({ ...asked, checks: [] }).ask()).toEqual({
    kind: 'ready',
    unwell: [loader, disk],
  })
  expect(await createReadinessProbe({ ...asked, checks: [{ ...full, code: codeOf }] }).ask()).toEqual({
    kind: 'unready',
    faults: [{ part: 'disk', code: codeOf }],
    unwell: [loader],
  })
})

test('asks once a second at most, and again after that', async () => {
  let asked = 0
  let nowMillis = 0
  const works = async (): Promise<boolean> => {
    asked += 1
    return asked === 1
  }
  const check = { part: 'spool', code: codeOf, works } as const
  const probe = createReadinessProbe({ checks: [check], now: () => nowMillis })
  const ready = { kind: 'ready', unwell: [] }
  expect(await Promise.all([probe.ask(), probe.ask()])).toEqual([ready, ready])
  expect(asked).toBe(1)
  nowMillis = 1000
  expect(await probe.ask()).toMatchObject({ kind: 'unready', faults: [{ part: 'spool' }] })
})

test('a stopping service is not ready, whatever its parts say', async () => {
  const probe = createReadinessProbe({ checks: [], now: () => 0 })
  expect(await probe.ask()).toMatchObject({ kind: 'ready' })
  probe.stop()
  expect(await probe.ask()).toEqual({
    kind: 'unready',
    faults: [{ part: 'stopping', code: 'CANDOR_STOPPING' }],
    unwell: [],
  })
})
