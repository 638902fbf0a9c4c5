import type { Candor } from '@candor/client/node'
import { createTestCandor } from '@candor/client/testing'
import { skypeTeams, type SkypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

/** The part of an app that is tested here, as its own tests do it. */
const createChat = (candor: Candor<SkypeTeams>) => ({
  send: (text: string): void => {
    if (text.length > 10) {
      candor.error.report({ Exception: new RangeError('too long'), MessageDirection: 'Outgoing' })
      return
    }
    candor.usage.IMSent.add()
  },
})

test('sending a message counts one IMSent, and nothing while the admin forbids', () => {
  const { candor, collected, settings } = createTestCandor({ practices: skypeTeams, client: 'desktop' })
  const chat = createChat(candor)
  chat.send('hello')
  expect(collected('usage')).toEqual({ IMSent: 1 })

  settings({ DisableAutomaticSendTracing: true })
  chat.send('hello')
  expect(collected('usage')).toEqual({})

  settings({})
  chat.send('hello')
  expect(collected('usage')).toEqual({ IMSent: 1 })
})

test('a message that is too long is reported for those who opted in, without its text', () => {
  const { candor, errors, answer, misuse } = createTestCandor({
    practices: skypeTeams,
    client: 'desktop',
    user: 'amosmarble@contoso.com',
  })
  const chat = createChat(candor)
  chat.send('this is a secret')
  expect(errors()).toEqual([])

  answer('granted')
  chat.send('this is a secret')
  expect(errors()).toMatchObject([{ Exception: { type: 'RangeError' }, MessageDirection: 'Outgoing' }])
  expect(JSON.stringify(errors())).not.toContain('secret')
  expect(misuse()).toEqual({})
})
