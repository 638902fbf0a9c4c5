import { decide, type ConsentAnswer, type DecisionContext } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import type { OptionsSource } from './describe-choice.js'
import { describeOptions, type CategoryView } from './describe-options.js'

const candorWith = (
  context: DecisionContext,
  answer: ConsentAnswer = 'undecided',
  uncovered: readonly string[] = [],
): OptionsSource['candor'] => ({
  practices: skypeTeams,
  client: context.client,
  decide: (dataType) => decide(skypeTeams, dataType, { ...context, user: { errorReporting: answer } }),
  consent: {
    get: () => answer,
    set: () => undefined,
    asksAgain: () => uncovered.length > 0,
    uncovered: () => uncovered,
  },
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

test('asks again for what is new since the person agreed, by name or by the label of the practices', () => {
  const candor = candorWith(desktop, 'granted', ['error.ErrorLog', 'error.NetworkQuality'])
  const choice = describeOne('error', candor)?.choice
  expect(choice).toMatchObject({ kind: 'open', isGranted: true, control: 'ErrorReportingOptIn' })
  expect(choice).toMatchObject({ news: { agree: 'Agree to this too' } })
  const textOf = (more: Partial<OptionsSource>): string => {
    const described = describeOne('error', candor, more)?.choice
    return described?.kind === 'open' ? (described.news?.text ?? '') : ''
  }
  expect(textOf({})).toMatch(/^New since you agreed: ErrorLog, NetworkQuality\. This is not collected until/)
  const label = skypeTeams.dataTypes.error.ErrorLog.label.es
  expect(textOf({ language: 'es', practices: skypeTeams })).toMatch(
    new RegExp(`^Nuevo desde que aceptó: ${label}, .*No se recopila hasta`),
  )
})

test('asks nothing again where nothing is new, or nobody is signed in', () => {
  expect(describeOne('error', candorWith(desktop, 'granted'))?.choice).toMatchObject({ news: undefined })
  const choice = describeOne('error', candorWith(desktop, 'granted', ['error.ErrorLog']), {
    person: 'signed-out',
  })?.choice
  expect(choice).not.toHaveProperty('news')
})

test('puts the switch where a rule for this client leaves the category to the person', () => {
  const practices = {
    ...skypeTeams,
    rules: [
      { categories: ['usage'], clients: ['web'], controls: ['ErrorReportingOptIn'] },
      { categories: ['usage', 'error'], controls: ['DisableAutomaticSendTracing'] },
    ],
  } as const
  const candorOf = (client: string): OptionsSource['candor'] => ({
    ...candorWith({ client, os: 'Linux' }, 'granted'),
    practices,
    decide: (dataType) => decide(practices, dataType, { client, os: 'Linux' }),
  })
  expect(describeOne('usage', candorOf('web'))?.choice).toMatchObject({
    kind: 'open',
    label: 'Allow this to be collected',
  })
  expect(describeOne('usage', candorOf('web'), { practices: skypeTeams })?.choice).toMatchObject({
    label: skypeTeams.controls.ErrorReportingOptIn.label.en,
  })
  expect(describeOne('usage', candorOf('desktop'))?.choice).toBeUndefined()
  expect(describeOne('error', candorOf('web'))?.choice?.description).toContain('holds for everyone')
})
