import { expect, test } from 'vitest'
import { figureChecks } from './figure-checks.js'

const NOW_SECONDS = 1_900_000_000
const HOUR_SECONDS = 3600
const DAY_SECONDS = 24 * HOUR_SECONDS

const stateOfUpkeep = (metrics: string): string | undefined =>
  figureChecks(metrics, NOW_SECONDS * 1000).find(({ message }) => message.en.includes('upkeep'))?.state

const upkeptAt = (seconds: number): string => `candor_upkeep_last_success_timestamp_seconds ${seconds}\n`
const runsFor = (seconds: number): string => `process_uptime_seconds ${seconds}\n`

test('takes a service that has just started for well before its first upkeep ended', () => {
  expect(stateOfUpkeep(runsFor(1))).toBe('ok')
})

test('warns of a service that ran for days and ended no upkeep', () => {
  expect(stateOfUpkeep(runsFor(3 * DAY_SECONDS))).toBe('warning')
})

test('warns of an upkeep that ended well days ago, however long the service runs', () => {
  expect(stateOfUpkeep(upkeptAt(NOW_SECONDS - HOUR_SECONDS) + runsFor(HOUR_SECONDS))).toBe('ok')
  expect(stateOfUpkeep(upkeptAt(NOW_SECONDS - 3 * DAY_SECONDS) + runsFor(HOUR_SECONDS))).toBe('warning')
})

test('warns where the metrics tell neither', () => {
  expect(stateOfUpkeep('')).toBe('warning')
})
