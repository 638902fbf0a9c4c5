import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { createCandorDouble } from '../testing/candor-double.js'
import { watchSignIn } from './watch-sign-in.js'

test('an attempt is counted when it begins, and its result passed on', async () => {
  const { parts, recorded } = createCandorDouble(skypeTeams.dataTypes)
  const user = { name: 'amosmarble' }
  const signingIn = watchSignIn(parts.candor, () => Promise.resolve(user))
  expect(recorded).toEqual({ 'census.SignInAttempts': [1] })
  expect(await signingIn).toBe(user)
  expect(recorded).toEqual({ 'census.SignInAttempts': [1] })
})

test('a failure is counted too, and its error passed on, whether it is rejected or thrown', async () => {
  const { parts, recorded } = createCandorDouble(skypeTeams.dataTypes)
  const error = new Error('wrong password')
  await expect(watchSignIn(parts.candor, () => Promise.reject(error))).rejects.toBe(error)
  const fail = (): never => {
    throw error
  }
  expect(() => watchSignIn(parts.candor, fail)).toThrow(error)
  expect(recorded).toEqual({ 'census.SignInAttempts': [1, 1], 'census.SignInFailures': [1, 1] })
})

test('a sign-in that nobody looks after is still an unhandled rejection', async () => {
  const { parts } = createCandorDouble(skypeTeams.dataTypes)
  const unhandled = new Promise((resolve) => {
    process.once('unhandledRejection', resolve)
  })
  void watchSignIn(parts.candor, () => Promise.reject(new Error('wrong password')))
  await expect(unhandled).resolves.toMatchObject({ message: 'wrong password' })
})
