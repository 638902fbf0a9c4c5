import { decide, type ConsentAnswer, type DecisionContext } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { describeOptions, type CategoryView, type OptionsSource } from './describe-options.js'

const candorWith = (
  context: DecisionContext,
  answer: ConsentAnswer = 'undecided',
): OptionsSource['candor'] => ({
  practices: skypeTeams,
  decide: (dataType) => decide(skypeTeams, dataType, { ...context, user: { errorReporting: answer } }),
  consent: { get: () => answer, set: () => undefined },
})

const desktop: DecisionContext = { client: 'desktop', os: 'Windows' }
const forbidden: DecisionContext = {
  ...desktop,
  settings: { DisableAutomaticSendTracing: { 'in-band': true } },
}

const describeOne = (
  category: CategoryView['category'],
  candor: OptionsSource['candor'],
  more: Partial<OptionsSource> = {},
): CategoryView | undefined =>
  describeOptions({ candor, language: 'en', person: 'signed-in', ...more }).find(
    (view) => view.category === category,
  )

test('says the three categories in their order, each in a sentence of its own', () => {
  const view = describeOptions({ candor: candorWith(desktop), language: 'en', person: 'signed-in' })
  expect(view.map(({ label, state }) => [label, state])).toStrictEqual([
    ['Census data', 'On'],
    ['Usage data', 'On'],
    ['Error reporting data', 'Off'],
  ])
  expect(new Set(view.map(({ summary }) => summary)).size).toBe(3)
})

test('leaves to the user the one switch of error reporting', () => {
  const view = describeOptions({
    candor: candorWith(desktop, 'granted'),
    language: 'en',
    person: 'signed-in',
  })
  expect(view.map(({ choice }) => choice?.kind)).toStrictEqual([undefined, undefined, 'open'])
  expect(describeOne('error', candorWith(desktop, 'granted'))).toMatchObject({
    isCollected: true,
    choice: { kind: 'open', isGranted: true },
  })
  expect(describeOne('error', candorWith(desktop, 'denied'))).toMatchObject({
    isCollected: false,
    choice: { kind: 'open', isGranted: false },
  })
})

test('disables the switch and says why while nobody is signed in', () => {
  const choice = describeOne('error', candorWith(desktop), { person: 'signed-out' })?.choice
  expect(choice?.kind).toBe('disabled')
  expect(choice?.description).toContain('Sign in to choose')
})

test('keeps showing the choice while the admin forbids, and says by whose decision it is off', () => {
  const view = describeOne('error', candorWith(forbidden, 'granted'))
  expect(view).toMatchObject({ isCollected: false, choice: { kind: 'open', isGranted: true } })
  expect(view?.choice?.description).toContain('Your choice is kept')
  expect(view?.decisions.join(' ')).toMatch(/DisableAutomaticSendTracing.*the organization's admin/)
})

test.each(['meetings-app', 'join-launcher'])('has no switch in the %s, but an explanation', (client) => {
  const choice = describeOne('error', candorWith({ client, os: 'macOS' }, 'granted'))?.choice
  expect(choice).toMatchObject({ kind: 'absent' })
  expect(choice?.description).toContain('no personal setting')
})

test('says apart what is decided apart: a crash of the meetings app on Windows', () => {
  const context: DecisionContext = {
    client: 'meetings-app',
    os: 'Windows',
    meeting: { pool: 'pool01.contoso.com' },
    settings: { MeetingUxEnableTelemetry: { global: true } },
  }
  const view = describeOne('error', candorWith(context))
  expect(view?.isCollected).toBe(true)
  expect(view?.decisions).toHaveLength(2)
  expect(view?.decisions[1]).toMatch(/^Decided apart: Crash\..*Watson/)
})

test('speaks Spanish, and takes the texts of the practices where they are given', () => {
  const short = describeOne('usage', candorWith(desktop), { language: 'es' })
  expect(short).toMatchObject({ label: 'Datos de uso', state: 'Activado' })
  const long = describeOne('usage', candorWith(desktop), { language: 'es', practices: skypeTeams })
  expect(long?.summary).toBe(skypeTeams.categories.usage.summary.es)
  expect(long?.summary).not.toBe(short?.summary)
})
