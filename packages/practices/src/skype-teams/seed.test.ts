import { expect, test } from 'vitest'

import { DATA_CATEGORIES, type DataCategory } from '../category.js'
import type { DataType } from '../data-type.js'
import { skypeTeams } from './index.js'

interface SeedRow {
  readonly name: string
  readonly label: string
  readonly example: string
  readonly note?: string
}

/** The rows of the seed's three tables, in its order: 7, 6 and 4. */
const SEED_TABLES: Readonly<Record<DataCategory, readonly SeedRow[]>> = {
  census: [
    { name: 'AppName', label: 'AppName', example: 'iPhoneSkype' },
    { name: 'DeviceModel', label: 'DeviceModel', example: 'iPhone' },
    { name: 'OSName', label: 'OSName', example: 'iPhoneiOS' },
    { name: 'OSVersion', label: 'OSVersion', example: '8.3' },
    { name: 'UserLanguage', label: 'UserLanguage', example: 'EN-US' },
    {
      name: 'UserID',
      label: 'UserID',
      example: 'E296D735-4F36-4E18-7C3B-52E1A02A0164',
      note: 'The ID is hashed twice: once on the client and again on the telemetry service. The hashing ensures the ID cannot be linked to a specific user.',
    },
    {
      name: 'DeviceID',
      label: 'DeviceID',
      example: '5E872200-F546-4CCD-8F23-AF5F507AA2DD',
      note: "The device ID is a GUID that's randomly generated once on the device and sent to the telemetry service.",
    },
  ],
  usage: [
    { name: 'IMSent', label: 'IM Sent', example: '12' },
    { name: 'IMReceived', label: 'IM Received', example: '5' },
    { name: 'MeetingJoinAttempts', label: 'Join a meeting (attempts)', example: '5' },
    { name: 'MeetingJoinSuccesses', label: 'Join a meeting (success)', example: '4' },
    { name: 'CallMinutes', label: 'Call/meeting minutes', example: '30 mins' },
    {
      name: 'FederationPartner',
      label: 'FederationPartner',
      example: 'Microsoft.com',
      note: "This is the name of the organization registered in Office 365 and is transmitted in cleartext, which means it's not obfuscated.",
    },
  ],
  error: [
    { name: 'MessageDirection', label: 'Message direction', example: 'Incoming' },
    { name: 'ConversationState', label: 'Conversation state', example: 'Idle' },
    {
      name: 'ConversationThreadID',
      label: 'Conversation thread ID',
      example: 'AdDO8hsJqilU93hQHC3OZaPR2saEA==',
    },
    {
      name: 'UserID',
      label: 'UserID',
      example: 'amosmarble',
      // The seed has a stray blank before the comma.
      note: 'The ID is sent in cleartext, which the telemetry service hashes before storing it',
    },
  ],
}

/** The data types that the seed names in its prose only. */
const SEED_PROSE: Readonly<Record<DataCategory, readonly string[]>> = {
  census: ['SignInAttempts', 'SignInFailures'],
  usage: ['CallsMade', 'FeatureUse', 'Sessions', 'Crashes'],
  error: [
    'ErrorCode',
    'Exception',
    'ErrorLog',
    'Performance',
    'DeviceConfiguration',
    'NetworkQuality',
    'Crash',
    'IPAddress',
    'SIPURI',
  ],
}

const practisedRows = (category: DataCategory): readonly SeedRow[] => {
  const types: Readonly<Record<string, DataType>> = skypeTeams.dataTypes[category]
  return Object.entries(types).map(([name, { label, example, note }]) => ({
    name,
    label: label?.en ?? name,
    example,
    ...(note === undefined ? {} : { note: note.en }),
  }))
}

test('the seed has 17 rows in three tables', () => {
  expect(DATA_CATEGORIES.map((category) => SEED_TABLES[category].length)).toEqual([7, 6, 4])
})

test.each(DATA_CATEGORIES)('%s: the practices open with the rows of the seed, in its order', (category) => {
  const rows = SEED_TABLES[category]
  expect(practisedRows(category).slice(0, rows.length)).toEqual(rows)
})

test.each(DATA_CATEGORIES)('%s: after them stand the data types of its prose, and no others', (category) => {
  const names = practisedRows(category)
    .slice(SEED_TABLES[category].length)
    .map(({ name }) => name)
  expect(names).toEqual(SEED_PROSE[category])
})

test('names that the seed leaves as identifiers are the same bytes in Spanish', () => {
  const labels = DATA_CATEGORIES.flatMap((category) => {
    const types: Readonly<Record<string, DataType>> = skypeTeams.dataTypes[category]
    return SEED_TABLES[category]
      .filter(({ name, label }) => name === label)
      .map(({ name }) => types[name]?.label?.es)
  })
  expect(labels).toEqual([
    'AppName',
    'DeviceModel',
    'OSName',
    'OSVersion',
    'UserLanguage',
    'UserID',
    'DeviceID',
    'FederationPartner',
    'UserID',
  ])
})

test.each(['IPAddress', 'SIPURI'])('%s is error reporting data alone', (name) => {
  const holders = DATA_CATEGORIES.filter((category) => Object.hasOwn(skypeTeams.dataTypes[category], name))
  expect(holders).toEqual(['error'])
})

test('the texts use the plain apostrophe', () => {
  expect(JSON.stringify(skypeTeams)).not.toMatch(/[\u2018\u2019]/)
})
