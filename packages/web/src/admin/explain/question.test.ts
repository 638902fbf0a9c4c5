import { expect, test } from 'vitest'

import { questionOf } from './question.js'

const of = (query: string) => questionOf(new URLSearchParams(query), 'skype-teams', 'contoso.com')

test('a question is what the address says', () => {
  expect(
    of('dataType=error.Crash&client=meetings-app&os=macOS&pool=pool01.contoso.com&choice=granted'),
  ).toEqual({
    product: 'skype-teams',
    organisation: 'contoso.com',
    dataType: 'error.Crash',
    client: 'meetings-app',
    os: 'macOS',
    pool: 'pool01.contoso.com',
    errorReporting: 'granted',
  })
})

test('without a data type nothing is asked', () => {
  expect(of('client=desktop')).toBeUndefined()
})

test('the values of Windows Error Reporting are asked about by level', () => {
  expect(of('dataType=error.Crash&machine.Disabled=1&user.DefaultConsent=4')?.watson).toEqual({
    machine: { Disabled: 1 },
    user: { DefaultConsent: 4 },
  })
})

test('a choice that nobody can make is left out', () => {
  expect(of('dataType=error.Crash&choice=perhaps')).not.toHaveProperty('errorReporting')
})
