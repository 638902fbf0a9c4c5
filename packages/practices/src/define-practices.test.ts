import { describe, expect, test } from 'vitest'
import type { DataCategory } from './category.js'
import { definePractices } from './define-practices.js'
import { toDevicePractices } from './device-practices.js'
import { decide } from './decide/decide.js'
import { TEXT_KEYS, type Practices } from './practices.js'
import { skypeTeams } from './skype-teams/index.js'

const changed = (change: Partial<Practices>): (() => unknown) => {
  const practices: Practices = { ...skypeTeams, ...change }
  return () => definePractices(practices)
}

const rule = (
  categories: readonly DataCategory[],
  controls: readonly string[],
  dataTypes?: readonly string[],
) => ({
  categories,
  controls,
  ...(dataTypes && { dataTypes }),
  statement: { en: '', es: '' },
})

describe('definePractices', () => {
  test.each<[string, Partial<Practices>]>([
    ['a product that cannot name a table', { product: 'Skype Teams' }],
    ['a version that is none', { version: 0 }],
    ['a rule with an unknown control', { rules: [rule(['usage'], ['Nothing'])] }],
    ['a rule with an unknown data type', { rules: [rule(['usage'], [], ['Nothing'])] }],
    ['a rule that puts census under a control', { rules: [rule(['census'], ['Watson'])] }],
  ])('refuses %s', (_what, change) => {
    expect(changed(change)).toThrow(expect.objectContaining({ code: 'CANDOR_PRACTICES_INVALID' }))
  })
})

const withUsage = (type: Practices['dataTypes']['usage'][string]): (() => unknown) =>
  changed({ rules: [], dataTypes: { ...skypeTeams.dataTypes, usage: { Loads: type } } })

const loads = (bounds: readonly number[]) =>
  ({ kind: 'distribution', unit: 'ms', bounds, example: '0: 1' }) as const

describe('a distribution', () => {
  test.each<[string, readonly number[], string]>([
    ['no bounds', [], 'does not have 1 to 64 bounds'],
    ['too many', Array.from({ length: 65 }, (_, at) => at), 'does not have 1 to 64 bounds'],
    ['an infinite one', [0, Infinity], 'has a bound that is not a finite number'],
    ['equal ones', [0, 1, 1], 'has bounds that do not ascend'],
    ['a descending one', [0, 2, 1], 'has bounds that do not ascend'],
  ])('with %s is refused, saying so', (_what, bounds, fault) => {
    expect(withUsage(loads(bounds))).toThrow(
      expect.objectContaining({
        code: 'CANDOR_PRACTICES_INVALID',
        facts: { product: 'skype-teams', fault: `usage.Loads ${fault}` },
      }),
    )
  })

  test('with 1 to 64 ascending bounds is well', () => {
    expect(withUsage(loads([-2.5]))).not.toThrow()
    expect(withUsage(loads(Array.from({ length: 64 }, (_, at) => at)))).not.toThrow()
  })
})

describe('an automatic source', () => {
  test('that a kind does not fit is refused, saying what it gives', () => {
    expect(withUsage({ kind: 'count', automatic: 'performance', example: '1' })).toThrow(
      expect.objectContaining({
        facts: {
          product: 'skype-teams',
          fault:
            'usage.Loads is of kind count, but its automatic source performance gives measurements or distribution',
        },
      }),
    )
    expect(withUsage({ ...loads([0]), automatic: 'performance' })).not.toThrow()
  })

  test('that there is none of is refused', () => {
    expect(withUsage({ kind: 'count', automatic: 'mood' as 'sessions', example: '1' })).toThrow(
      expect.objectContaining({ code: 'CANDOR_PRACTICES_INVALID' }),
    )
  })

  test('survives to the device', () => {
    expect(toDevicePractices(skypeTeams).dataTypes.census['OSName']).toEqual({
      kind: 'name',
      automatic: 'os-name',
    })
  })
})

describe('toDevicePractices', () => {
  const device = toDevicePractices(skypeTeams)

  test('holds no text for people', () => {
    const text = JSON.stringify(device)
    for (const key of TEXT_KEYS) expect(text).not.toContain(`"${key}":`)
    expect(text).not.toContain('The ID is hashed twice')
  })

  test('decides as the whole practices do', () => {
    const context = {
      client: 'meetings-app',
      os: 'Windows',
      settings: { MeetingUxEnableTelemetry: { global: true } },
    }
    for (const [category, types] of Object.entries(skypeTeams.dataTypes)) {
      for (const name of Object.keys(types)) {
        expect(decide(device, `${category}.${name}`, context)).toEqual(
          decide(skypeTeams, `${category}.${name}`, context),
        )
      }
    }
  })
})
