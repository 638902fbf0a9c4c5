import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { createCandorDouble, withoutTypes } from '../testing/candor-double.js'
import { createErrorReporter } from './error-reporter.js'
import { collectLostSessions } from './lost-sessions.js'

const LOST = { fromMillis: 1000, lastMillis: 313_400 }

const start = (dataTypes: object = skypeTeams.dataTypes) => {
  const candor = createCandorDouble(dataTypes)
  const begin = () =>
    collectLostSessions(
      candor.parts,
      createErrorReporter(candor.parts.candor, () => 0),
    )
  return { ...candor, begin }
}

test('a lost session is counted as a crash and reported with how long it ran', () => {
  const { begin, lose, recorded, reports } = start()
  begin()
  lose(LOST)
  expect(recorded).toEqual({ 'usage.Crashes': [1] })
  expect(reports).toEqual([
    { Crash: { type: 'SessionLost', message: 'the app ended without closing after at least 312 s' } },
  ])
})

test('before it is known who allows it a crash is counted, and reported once it is allowed, not twice', () => {
  const { begin, lose, recorded, reports, forbid, allow } = start()
  forbid('error.Crash')
  begin()
  lose(LOST)
  expect([recorded, reports]).toEqual([{ 'usage.Crashes': [1] }, []])
  allow('error.Crash')
  forbid('error.Crash')
  allow('error.Crash')
  expect(reports).toHaveLength(1)
})

test('what was lost for one user is reported once that user is signed in, and for no other', () => {
  const { begin, lose, recorded, reports, signIn } = start()
  begin()
  lose({ ...LOST, user: 'amos' })
  signIn('beth')
  expect([recorded, reports]).toEqual([{ 'usage.Crashes': [1] }, []])
  signIn('amos')
  expect(reports).toHaveLength(1)
})

test('what waits is given up when collecting stops', () => {
  const { begin, lose, reports, forbid, allow } = start()
  forbid('error.Crash')
  const stop = begin()
  lose(LOST)
  stop()
  allow('error.Crash')
  lose(LOST)
  expect(reports).toEqual([])
})

test('practices without the data type of crashes have them counted alone', () => {
  const { begin, lose, recorded, reports } = start(withoutTypes(skypeTeams, 'error.Crash'))
  begin()
  lose(LOST)
  expect([recorded, reports]).toEqual([{ 'usage.Crashes': [1] }, []])
})
