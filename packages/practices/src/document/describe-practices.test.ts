import { expect, test } from 'vitest'

import { skypeTeams } from '../skype-teams/index.js'
import { describePractices } from './index.js'

const description = describePractices(skypeTeams, { fingerprint: 'sha256:0123' })
const [census, usage, error] = description.categories

test('names the product, its version and the fingerprint', () => {
  expect(description).toMatchObject({ product: 'skype-teams', version: 1, fingerprint: 'sha256:0123' })
})

test('survives being sent as JSON', () => {
  expect(JSON.parse(JSON.stringify(description))).toEqual(description)
})

test('lists every data type by its id, in the order of the practices', () => {
  const names = (types: object, category: string): string[] =>
    Object.keys(types).map((name) => `${category}.${name}`)
  expect(census?.dataTypes.map(({ id }) => id)).toEqual(names(skypeTeams.dataTypes.census, 'census'))
  expect(usage?.dataTypes.map(({ id }) => id)).toEqual(names(skypeTeams.dataTypes.usage, 'usage'))
  expect(error?.dataTypes.map(({ id }) => id)).toEqual(names(skypeTeams.dataTypes.error, 'error'))
})

test('gives a data type its own retention and purpose, else those of its category', () => {
  expect(error?.dataTypes.find(({ name }) => name === 'IPAddress')?.retentionDays).toBe(30)
  expect(error?.dataTypes.find(({ name }) => name === 'Crash')?.retentionDays).toBe(90)
  expect(usage?.dataTypes[0]).toEqual({
    id: 'usage.IMSent',
    name: 'IMSent',
    label: { en: 'IM Sent', es: 'Mensajes instantáneos enviados' },
    kind: 'count',
    example: '12',
    note: null,
    holds: null,
    automatic: null,
    purpose: skypeTeams.categories.usage.purpose,
    retentionDays: 390,
  })
})

test('says of every rule whom it is about and what its controls are, in both languages', () => {
  expect(census?.rules.map(({ controls, clients }) => [controls, clients])).toEqual([[[], 'all']])
  expect(census?.rules[0]?.controlLines[0]?.en).toContain('CANDOR_CENSUS_ALWAYS_ON')
  expect(error?.rules.map(({ controls }) => controls)).toEqual([
    ['Watson'],
    ['MeetingUxEnableTelemetry'],
    ['DisableAutomaticSendTracing', 'ErrorReportingOptIn'],
  ])
  expect(usage?.rules[1]?.applies).toEqual({ en: 'Desktop, mobile and web', es: 'Escritorio, móvil y web' })
  expect(usage?.rules[1]?.controlLines[0]).toEqual({
    en: 'DisableAutomaticSendTracing, Default: False (data is collected)',
    es: 'DisableAutomaticSendTracing, Valor predeterminado: False (se recopilan datos)',
  })
})

test('says what the client itself collects, and from what, in both languages', () => {
  const type = (name: string) => census?.dataTypes.find((one) => one.name === name)
  expect(type('OSName')?.automatic).toEqual({
    source: 'os-name',
    statement: {
      en: "Collected by the client itself: the operating system's name.",
      es: 'Lo recopila el propio cliente: el nombre del sistema operativo.',
    },
  })
  expect(type('DeviceID')?.automatic).toBeNull()
})

test('says what a data type can hold, in both languages', () => {
  expect(error?.dataTypes.find(({ name }) => name === 'MessageDirection')?.holds).toEqual({
    en: 'One of Incoming, Outgoing.',
    es: 'Uno de Incoming, Outgoing.',
  })
})
