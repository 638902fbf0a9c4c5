import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { createCandorDouble, withoutTypes } from '../../testing/candor-double.js'
import { createPageDouble } from '../../testing/page-double.js'
import { BACKGROUND_MILLIS, collectPageSessions } from './page-sessions.js'

const start = (
  given: Parameters<typeof createPageDouble>[0] = {},
  dataTypes: object = skypeTeams.dataTypes,
) => {
  const candor = createCandorDouble(dataTypes)
  const page = createPageDouble(given)
  const stop = collectPageSessions(candor.parts, page.page)
  return { ...candor, ...page, stop, sessions: () => candor.recorded['usage.Sessions']?.length ?? 0 }
}

test('a page that is hidden has ended, however it goes, until it is shown', () => {
  const { sessionCalls, sessions, hide, show, fire, fireAtDocument } = start()
  hide()
  expect(sessionCalls).toEqual(['begin', 'end'])
  fireAtDocument('freeze')
  fireAtDocument('resume')
  expect(sessionCalls).toEqual(['begin', 'end'])
  show()
  expect(sessionCalls).toEqual(['begin', 'end', 'begin'])
  expect(sessions()).toBe(1)
  fire('pagehide')
  hide()
  expect(sessionCalls).toEqual(['begin', 'end', 'begin', 'end'])
})

test('a page that is opened in the background is not marked before it is shown', () => {
  const { sessionCalls, sessions, hide, show, stop, parts, page } = start()
  stop()
  hide()
  const before = sessionCalls.length
  collectPageSessions(parts, page)
  expect([sessionCalls.slice(before), sessions()]).toEqual([[], 2])
  show()
  expect(sessionCalls.slice(before)).toEqual(['begin'])
})

test('a page that comes back from the back-forward cache goes on, as the same session', () => {
  const { sessionCalls, sessions, fire, hide, show } = start()
  fire('pagehide')
  hide()
  fire('pageshow')
  show()
  expect(sessionCalls).toEqual(['begin', 'end', 'begin'])
  expect(sessions()).toBe(1)
})

test('half an hour in the background, and another session begins', () => {
  const { sessionCalls, sessions, hide, show, pass } = start()
  hide()
  pass(BACKGROUND_MILLIS - 1)
  show()
  expect(sessions()).toBe(1)
  hide()
  pass(BACKGROUND_MILLIS)
  expect(sessions()).toBe(1)
  show()
  expect(sessions()).toBe(2)
  expect(sessionCalls).toEqual(['begin', 'end', 'begin', 'end', 'begin'])
})

test('a page that is prepared and not shown has no session yet', () => {
  const { sessionCalls, sessions, fireAtDocument, listeners, stop } = start({ prerendering: true })
  expect([sessionCalls, sessions()]).toEqual([[], 0])
  fireAtDocument('prerenderingchange')
  expect([sessionCalls, sessions()]).toEqual([['begin'], 1])
  stop()
  expect(listeners()).toBe(0)
})

test('where the practices know no crash, sessions are counted and not marked on the device', () => {
  const { sessionCalls, sessions, fire } = start({}, withoutTypes(skypeTeams, 'usage.Crashes', 'error.Crash'))
  fire('pagehide')
  expect([sessionCalls, sessions()]).toEqual([[], 1])
})
