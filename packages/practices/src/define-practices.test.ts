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
