import { definePractices, type Practices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'
import { daysUnder, retentionFault, retentionOf } from './retention-rules.js'

const version = (number: number, errorDays: number, addressDays: number): Practices =>
  definePractices({
    ...skypeTeams,
    version: number,
    categories: {
      ...skypeTeams.categories,
      error: { ...skypeTeams.categories.error, retentionDays: errorDays },
    },
    dataTypes: {
      ...skypeTeams.dataTypes,
      error: {
        ...skypeTeams.dataTypes.error,
        IPAddress: { ...skypeTeams.dataTypes.error.IPAddress, retentionDays: addressDays },
      },
    },
  })

test('one version: the days of the category, and the shorter ones of data types', () => {
  const { census, error } = retentionOf([skypeTeams])
  expect(census).toEqual({ reports: [{ fromVersion: 0, days: 390 }], values: new Map() })
  expect(error.reports).toEqual([{ fromVersion: 0, days: 90 }])
  expect([...error.values.keys()]).toEqual(['IPAddress', 'SIPURI'])
})

test('a shorter time counts for what was collected before, and a longer one for what comes alone', () => {
  const { error } = retentionOf([version(1, 90, 30), version(2, 60, 30), version(3, 120, 7)])
  expect([1, 2, 3].map((number) => daysUnder(error.reports, number))).toEqual([60, 60, 120])
  const addresses = error.values.get('IPAddress') ?? []
  expect([1, 2, 3, 9].map((number) => daysUnder(addresses, number))).toEqual([7, 7, 7, 7])
})

test('a data type that is gone keeps the promise it was collected under', () => {
  const { IPAddress: _gone, ...error } = skypeTeams.dataTypes.error
  const without = { ...skypeTeams, version: 2, dataTypes: { ...skypeTeams.dataTypes, error } } as Practices
  expect(daysUnder(retentionOf([skypeTeams, without]).error.values.get('IPAddress') ?? [], 1)).toBe(30)
})

test('two definitions of one number count together', () => {
  const { error } = retentionOf([version(1, 90, 30), version(1, 40, 30)])
  expect(error.reports).toEqual([{ fromVersion: 0, days: 40 }])
})

test('the device’s id cannot be kept shorter than the rows it orders', () => {
  const DeviceID = { ...skypeTeams.dataTypes.census.DeviceID, retentionDays: 10 }
  const census = { ...skypeTeams.dataTypes.census, DeviceID }
  expect(retentionFault(skypeTeams)).toBeUndefined()
  expect(retentionFault({ ...skypeTeams, dataTypes: { ...skypeTeams.dataTypes, census } })).toContain(
    'census.DeviceID',
  )
})
