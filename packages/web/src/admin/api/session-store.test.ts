import { expect, test } from 'vitest'

import { createFakeWorld, me } from '../testing/fake-world.js'
import { createFakeApi } from '../testing/fake-api.js'
import { createAdmin, type Admin } from './admin-context.js'
import { answerOf, type Answer } from './answer.js'
import { once } from './api.js'

const ORIGIN = 'http://localhost'

const begin = async () => {
  const world = createFakeWorld('operator')
  const admin = createAdmin(ORIGIN, createFakeApi(world))
  await admin.sessions.refresh()
  return { world, admin }
}

const asked = (admin: Admin): Promise<void> =>
  new Promise((resolve) => {
    const leave = admin.sessions.renewal.subscribe(() => {
      leave()
      resolve()
    })
  })

const people = ({ api }: Admin): Promise<Answer<unknown>> => answerOf(api.GET('/api/people'))

test('what was asked when the session ended is answered after the person signed in again', async () => {
  const { world, admin } = await begin()
  world.account = null
  const isAsked = asked(admin)
  const answers = Promise.all([people(admin), people(admin)])
  await isAsked
  expect(admin.sessions.renewal.get()).toBe('asked')
  const body = { email: 'ana@contoso.com', password: 'the right password' }
  await answerOf(admin.api.POST('/api/session', { params: { header: once() }, body }))
  await admin.sessions.signedInAgain()
  expect((await answers).map(({ kind }) => kind)).toEqual(['done', 'done'])
  expect(admin.sessions.renewal.get()).toBe('none')
})

test('what one person was saving is not saved in the name of another', async () => {
  const { world, admin } = await begin()
  world.account = null
  const isAsked = asked(admin)
  const answer = people(admin)
  await isAsked
  world.account = { ...me('auditor'), id: 'eve' }
  await admin.sessions.signedInAgain()
  expect((await answer).kind).toBe('failed')
})

test('whoever does not want to sign in now is not asked again until they want to', async () => {
  const { world, admin } = await begin()
  world.account = null
  const isAsked = asked(admin)
  const answer = people(admin)
  await isAsked
  admin.sessions.decline()
  expect((await answer).kind).toBe('failed')
  expect((await people(admin)).kind).toBe('failed')
  expect(admin.sessions.renewal.get()).toBe('declined')
  admin.sessions.ask()
  expect(admin.sessions.renewal.get()).toBe('asked')
})

test('without a network it is said that the service does not answer', async () => {
  const admin = createAdmin(ORIGIN, async () => {
    throw new TypeError('Failed to fetch')
  })
  await admin.sessions.refresh()
  expect(admin.sessions.session.get()).toEqual({ kind: 'failed', problem: { kind: 'unreachable' } })
})
