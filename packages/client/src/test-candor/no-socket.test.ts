import { createHook } from 'node:async_hooks'
import { connect } from 'node:net'

import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, expect, test } from 'vitest'

import { createTestCandor } from './create-test-candor.js'

const SOCKETS = /^(?:TCP|TLS|UDP|PIPE|GETADDRINFO|QUERY)/
const opened: string[] = []
const hook = createHook({ init: (_, type) => void (SOCKETS.test(type) && opened.push(type)) })

afterEach(() => {
  hook.disable()
  opened.length = 0
})

/** Listens, and lets what follows begin. */
const watch = (): void => void hook.enable()
const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 20))

test('whatever the app and the test do, no socket is opened and no name is looked up', async () => {
  watch()
  const { candor, pass, settings, answer, reset } = createTestCandor({
    practices: skypeTeams,
    client: 'desktop',
    user: 'amosmarble@contoso.com',
  })
  answer('granted')
  candor.usage.IMSent.add()
  candor.error.report({ ErrorCode: '1' })
  candor.setMeeting({ pool: 'lync.contoso.com' })
  settings({ DisableAutomaticSendTracing: false })
  await candor.refreshPolicy()
  await candor.flush()
  pass(40 * 86_400_000)
  await turn()
  await reset()
  await candor.close()
  await turn()
  expect([candor.connection.endpoint, candor.sent(), opened]).toEqual(['', [], []])
})

test('a socket would be seen', async () => {
  watch()
  connect(1, '127.0.0.1').on('error', () => {})
  await turn()
  expect(opened).toContain('TCPWRAP')
})
