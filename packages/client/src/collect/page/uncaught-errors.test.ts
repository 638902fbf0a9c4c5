import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { createCandorDouble } from '../../testing/candor-double.js'
import { createPageDouble } from '../../testing/page-double.js'
import { createErrorReporter } from '../error-reporter.js'
import { collectUncaughtErrors } from './uncaught-errors.js'

const start = () => {
  const candor = createCandorDouble(skypeTeams.dataTypes)
  const page = createPageDouble()
  const report = createErrorReporter(candor.parts.candor, page.page.now)
  const stop = collectUncaughtErrors(candor.parts.candor, report, page.page)
  return { ...candor, ...page, stop, exceptions: () => candor.reports.map(({ Exception }) => Exception) }
}

test('an error and a rejection, each once, and neither is swallowed', () => {
  const { fire, exceptions } = start()
  const error = new TypeError('no such room')
  const events = [
    fire('error', { error, message: 'Uncaught TypeError: no such room' }),
    fire('unhandledrejection', { reason: 'offline' }),
    fire('unhandledrejection', { reason: undefined }),
  ]
  expect(exceptions()).toEqual([
    { type: 'TypeError', message: 'no such room', stack: error.stack },
    { type: 'string', message: 'offline' },
    { type: 'undefined', message: '' },
  ])
  expect(events.some(({ defaultPrevented }) => defaultPrevented)).toBe(false)
})

test.each([
  ['Script error.', { type: 'Error', message: 'Script error.' }],
  ['Uncaught RoomError: full', { type: 'RoomError', message: 'full' }],
  ['Uncaught no such room', { type: 'Error', message: 'no such room' }],
])('an error event without its error: %s', (message, expected) => {
  const { fire, exceptions } = start()
  fire('error', { error: null, message })
  expect(exceptions()).toEqual([expected])
})

test('a picture that did not load is no error of the app', () => {
  const { fire, exceptions } = start()
  fire('error')
  expect(exceptions()).toEqual([])
})

test('repeated errors count once a minute; the log of the next report says how many were left out', () => {
  const { fire, exceptions, lines, pass } = start()
  const error = new Error('again')
  for (let time = 0; time < 1000; time += 1) fire('error', { error, message: '' })
  expect(exceptions()).toHaveLength(1)
  pass(60_000)
  fire('error', { error, message: '' })
  expect(exceptions()).toHaveLength(2)
  expect(lines).toEqual([['info', '999 repeated errors were left out']])
})

test('many different errors are limited to ten in a minute', () => {
  const { fire, exceptions } = start()
  for (let time = 0; time < 100; time += 1) fire('unhandledrejection', { reason: `error ${time}` })
  expect(exceptions()).toHaveLength(10)
})

test('an error that reporting itself causes is not reported', () => {
  const { fire, reports, parts } = start()
  parts.candor.error.attach('DeviceConfiguration', () => {
    fire('error', { error: new Error('from within'), message: '' })
    return undefined
  })
  fire('error', { error: new Error('no'), message: '' })
  expect(reports).toMatchObject([{ Exception: { message: 'no' } }])
})
