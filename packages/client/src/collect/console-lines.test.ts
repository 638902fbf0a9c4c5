import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { createCandorDouble, withoutTypes } from '../testing/candor-double.js'
import { collectConsole } from './console-lines.js'

const createConsole = () => {
  const written: unknown[][] = []
  const write = (...values: unknown[]): void => void written.push(values)
  return { written, console: { warn: write, error: write }, write }
}

test('what is written goes on to the console, and its words into the log; objects do not', () => {
  const { parts, lines } = createCandorDouble(skypeTeams.dataTypes)
  const { console, written } = createConsole()
  collectConsole(parts.candor, console, ['warn', 'error'])
  const user = { name: 'amosmarble' }
  console.warn('media', 7, user)
  console.error(new TypeError('no such room'))
  expect(lines).toEqual([
    ['warning', 'media 7 (object)'],
    ['error', 'TypeError: no such room'],
  ])
  expect(written[0]).toEqual(['media', 7, user])
})

test('stopping puts the console back, or passes on where somebody wrapped it meanwhile', () => {
  const { parts, lines } = createCandorDouble(skypeTeams.dataTypes)
  const { console, written, write } = createConsole()
  const stop = collectConsole(parts.candor, console, ['warn', 'error'])
  const captured = console.error
  console.error = (...values) => captured('wrapped', ...values)
  stop()
  expect(console.warn).toBe(write)
  console.error('late')
  expect([lines, written]).toEqual([[], [['wrapped', 'late']]])
})

test('it is left alone unless asked for, where the log is forbidden, and where there is none', () => {
  const { console, write } = createConsole()
  const all = createCandorDouble(skypeTeams.dataTypes)
  collectConsole(all.parts.candor, console, [])
  all.forbid('error.ErrorLog')
  collectConsole(all.parts.candor, console, ['warn'])
  collectConsole(createCandorDouble(withoutTypes(skypeTeams, 'error.ErrorLog')).parts.candor, console, [
    'warn',
  ])
  expect([console.warn, console.error]).toEqual([write, write])
})

test('logging that writes to the console does not go round', () => {
  const { parts } = createCandorDouble(skypeTeams.dataTypes)
  const { console, written } = createConsole()
  Object.assign(parts.candor.error, { log: () => console.warn('from within') })
  collectConsole(parts.candor, console, ['warn'])
  console.warn('once')
  expect(written).toEqual([['from within'], ['once']])
})
