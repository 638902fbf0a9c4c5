import { expect, test } from 'vitest'

import { censusInsight, errorInsight, usageInsight } from './insight.js'

const label = { en: 'Sign-in attempts', es: 'Intentos de inicio de sesión' }
const days = ['2026-11-21', '2026-11-22']

test('reads what census answers, with what is too small to be shown', () => {
  const answer = {
    product: 'skype-teams',
    category: 'census',
    days,
    groupMinimum: 10,
    by: { dataType: 'AppName', label: { en: 'AppName', es: 'AppName' } },
    groups: [
      { value: 'iPhoneSkype', reports: [12, null], devices: [11, null], totalReports: 20, totalDevices: 15 },
    ],
    suppressedGroups: 2,
    totals: {
      reports: 60,
      devices: null,
      users: null,
      userEpochs: 2,
      counts: [{ dataType: 'SignInAttempts', label, total: null }],
    },
  }
  expect(censusInsight(answer, 'answer')).toEqual(answer)
})

test('reads what usage answers', () => {
  const answer = {
    product: 'skype-teams',
    category: 'usage',
    days,
    series: [{ dataType: 'CallMinutes', label, unit: 'minute', values: [3, 4], total: 7 }],
    reports: [1, 2],
  }
  expect(usageInsight(answer, 'answer')).toEqual(answer)
})

test('reads what error reporting answers; an error without a place or a code has none', () => {
  const group = {
    fingerprint: 'f1',
    type: 'TypeError',
    place: '',
    code: '',
    reports: 3,
    affectedUsers: 12,
    firstDay: '2026-11-21',
    lastDay: '2026-11-22',
    values: [1, 2],
  }
  const answer = {
    product: 'skype-teams',
    category: 'error',
    days,
    groupMinimum: 10,
    groups: [group],
    suppressedGroups: 0,
    userEpochs: 1,
    reports: [1, 2],
  }
  expect(errorInsight(answer, 'answer').groups).toEqual([{ ...group, place: null, code: null }])
})

test('the answer to one lane is never taken for the answer to another', () => {
  expect(() => usageInsight({ product: 'skype-teams', days, category: 'census' }, 'answer')).toThrow(
    'answer.category is not one of usage',
  )
})
