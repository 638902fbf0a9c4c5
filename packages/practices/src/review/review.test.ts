import { describe, expect, test } from 'vitest'
import { definePractices } from '../define-practices.js'
import type { Practices } from '../practices.js'
import { skypeTeams } from '../skype-teams/index.js'
import { checkPractices, diffPractices, LINTS, renderReviewForm } from './index.js'

const lintsOf = (practices: Practices): readonly string[] =>
  checkPractices(practices).map(({ lint, where }) => `${lint} ${where}`)

const withUsage = (types: Practices['dataTypes']['usage'], change: Partial<Practices> = {}): Practices => ({
  ...skypeTeams,
  ...change,
  dataTypes: { ...skypeTeams.dataTypes, usage: { ...skypeTeams.dataTypes.usage, ...types } },
})

const withCategory = (change: object): Practices => ({
  ...skypeTeams,
  categories: { ...skypeTeams.categories, usage: { ...skypeTeams.categories.usage, ...change } },
})

describe('checkPractices', () => {
  test('finds nothing in the built-in practices', () => {
    expect(checkPractices(skypeTeams)).toEqual([])
  })

  const faulty: readonly (readonly [string, Practices])[] = [
    ['no-purpose usage', withCategory({ purpose: { en: '', es: '' } })],
    ['no-owner usage', withCategory({ owner: ' ' })],
    ['no-retention usage', withCategory({ retentionDays: 0 })],
    ['no-retention usage.Polls', withUsage({ Polls: { kind: 'count', example: '1', retentionDays: 4000 } })],
    [
      'missing-translation usage.Polls.label',
      withUsage({ Polls: { kind: 'count', example: '1', label: { en: 'Polls', es: '' } } }),
    ],
    [
      'identifier-altered usage.Polls.note',
      withUsage({
        Polls: { kind: 'count', example: '1', note: { en: 'See FeatureUse.', es: 'Vea UsoDeFunciones.' } },
      }),
    ],
    ['example-refused usage.Polls', withUsage({ Polls: { kind: 'count', example: 'many' } })],
    ['names-alike usage.Session', withUsage({ Session: { kind: 'count', example: '1' } })],
    ['personal-data usage.ContactEmail', withUsage({ ContactEmail: { kind: 'name', example: 'someone' } })],
  ]

  test.each(faulty)('finds %s', (finding, practices) => {
    expect(lintsOf(practices)).toContain(finding)
  })

  test('every lint is tried above', () => {
    const tried = new Set(faulty.map(([finding]) => finding.split(' ')[0]))
    expect(LINTS.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([])
  })
})

describe('diffPractices', () => {
  test('says nothing of practices that are the same', () => {
    expect(diffPractices(skypeTeams, skypeTeams)).toMatchObject({
      added: [],
      removed: [],
      changed: [],
      controls: [],
      asksAgain: false,
    })
  })

  test('a new usage data type is under the admin’s controls, and needs no consent', () => {
    const after = definePractices(withUsage({ Polls: { kind: 'count', example: '1' } }, { version: 2 }))
    expect(diffPractices(skypeTeams, after)).toMatchObject({
      from: 'skype-teams@1',
      to: 'skype-teams@2',
      added: [
        {
          dataType: 'usage.Polls',
          controls: ['MeetingUxEnableTelemetry', 'DisableAutomaticSendTracing'],
          consent: 'covered',
        },
      ],
      asksAgain: false,
    })
  })

  test('what widens a consent asks again', () => {
    const error = { ...skypeTeams.dataTypes.error, GpuModel: { kind: 'text', example: 'Iris' } } as const
    const added: Practices = { ...skypeTeams, version: 2, dataTypes: { ...skypeTeams.dataTypes, error } }
    expect(diffPractices(skypeTeams, added)).toMatchObject({
      added: [{ dataType: 'error.GpuModel', consent: 'askAgain' }],
      asksAgain: true,
    })
    const longer: Practices = {
      ...skypeTeams,
      categories: { ...skypeTeams.categories, error: { ...skypeTeams.categories.error, retentionDays: 365 } },
    }
    const diff = diffPractices(skypeTeams, longer)
    expect(diff.asksAgain).toBe(true)
    expect(diff.changed.find(({ dataType }) => dataType === 'error.ErrorCode')).toEqual({
      dataType: 'error.ErrorCode',
      changes: ['retention'],
      consent: 'askAgain',
    })
    expect(diff.changed.some(({ dataType }) => dataType === 'error.IPAddress')).toBe(false)
  })

  test('a value that the client itself collects from now on is told, and needs no consent of its own', () => {
    const ErrorCode = { ...skypeTeams.dataTypes.error.ErrorCode, kind: 'exception' } as const
    const before: Practices = {
      ...skypeTeams,
      dataTypes: { ...skypeTeams.dataTypes, error: { ErrorCode, UserID: skypeTeams.dataTypes.error.UserID } },
    }
    const after = definePractices({
      ...before,
      rules: [],
      dataTypes: {
        ...before.dataTypes,
        error: { ...before.dataTypes.error, ErrorCode: { ...ErrorCode, automatic: 'uncaught-error' } },
      },
    })
    expect(diffPractices({ ...before, rules: [] }, after)).toMatchObject({
      changed: [{ dataType: 'error.ErrorCode', changes: ['automatic'], consent: 'covered' }],
      asksAgain: false,
    })
  })

  test('other bounds of a distribution are other bounds', () => {
    const loads = (bounds: readonly number[]) =>
      withUsage({ Loads: { kind: 'distribution', unit: 'ms', bounds, example: '0: 1' } })
    expect(diffPractices(loads([0, 1]), loads([0, 2])).changed).toEqual([
      { dataType: 'usage.Loads', changes: ['bounds'], consent: 'covered' },
    ])
  })

  test('names what went, and the controls that changed', () => {
    const { CallsMade: _gone, ...usage } = skypeTeams.dataTypes.usage
    const after: Practices = {
      ...skypeTeams,
      controls: {
        ...skypeTeams.controls,
        DisableAutomaticSendTracing: { ...skypeTeams.controls.DisableAutomaticSendTracing, default: true },
      },
      dataTypes: { ...skypeTeams.dataTypes, usage },
    }
    expect(diffPractices(skypeTeams, after)).toMatchObject({
      removed: ['usage.CallsMade'],
      controls: ['DisableAutomaticSendTracing'],
    })
  })
})

test('the review form says what the client itself collects', () => {
  const polls = { kind: 'count', automatic: 'sessions', example: '3' } as const
  expect(renderReviewForm(skypeTeams, withUsage({ Polls: polls }, { version: 2 }))).toContain(
    '| `usage.Polls` | count, collected by the client itself (sessions) | 3 |',
  )
})

test('the review form is filled in with what changed', () => {
  const form = renderReviewForm(
    skypeTeams,
    withUsage({ Polls: { kind: 'count', example: '3' } }, { version: 2 }),
  )
  expect(form).toContain('# Review of skype-teams@1 to skype-teams@2')
  expect(form).toContain(
    '| `usage.Polls` | count | 3 | 390 days | MeetingUxEnableTelemetry, DisableAutomaticSendTracing | not needed |',
  )
})
