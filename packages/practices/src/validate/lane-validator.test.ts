import { describe, expect, test } from 'vitest'
import { DATA_CATEGORIES } from '../category.js'
import type { BareDataType } from '../practices.js'
import { skypeTeams } from '../skype-teams/index.js'
import { compileValidator } from './kind-validators.js'
import { compileLane, compileLaneAtService } from './lane-validator.js'

const census = compileLaneAtService(skypeTeams, 'census')
const usage = compileLaneAtService(skypeTeams, 'usage')
const error = compileLaneAtService(skypeTeams, 'error')

describe('census', () => {
  test('takes the examples of the seed', () => {
    const data = {
      AppName: 'iPhoneSkype',
      DeviceModel: 'iPhone',
      OSName: 'iPhoneiOS',
      OSVersion: '8.3',
      UserLanguage: 'EN-US',
      DeviceID: '5E872200-F546-4CCD-8F23-AF5F507AA2DD',
      UserID: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      SignInAttempts: 3,
      SignInFailures: 1,
    }
    expect(census(data)).toBeUndefined()
  })

  test.each(['amosmarble', 'sip:amos@contoso.com', 'E296D735-4F36-4E18-7C3B-52E1A02A0164'])(
    'takes no raw user id: %s',
    (UserID) => {
      expect(census({ UserID })).toEqual({ code: 'CANDOR_VALUE_REFUSED', dataType: 'UserID' })
    },
  )

  test.each([
    '192.0.2.17',
    '001.002.003.004',
    '192-0-2-17',
    'contoso.com',
    'sip:amos@contoso.com',
    'amos@contoso.com',
    '2001:db8::1',
  ])('cannot express %s in a name or a version', (text) => {
    expect(census({ AppName: text })?.code).toBe('CANDOR_VALUE_REFUSED')
    expect(census({ DeviceModel: text })?.code).toBe('CANDOR_VALUE_REFUSED')
    expect(census({ OSVersion: text })?.code).toBe('CANDOR_VALUE_REFUSED')
  })

  test.each(['10.0.22631.4317', '156.0.8078.73', '14', '6.1.0-18-amd64'])(
    'takes the version %s',
    (OSVersion) => {
      expect(census({ OSVersion })).toBeUndefined()
    },
  )

  test.each(['FederationPartner', 'IPAddress', 'SIPURI', 'org', '__proto__x'])('has no %s', (name) => {
    expect(census({ [name]: 'contoso.com' })).toEqual({ code: 'CANDOR_DATA_TYPE_UNKNOWN', dataType: name })
  })
})

describe('usage', () => {
  test('takes counts, durations, features and an organisation', () => {
    expect(
      usage({
        IMSent: 12,
        CallMinutes: 30.5,
        FeatureUse: { 'screen-sharing': 2 },
        FederationPartner: 'Microsoft.com',
      }),
    ).toBeUndefined()
  })

  test.each([-1, 1.5, '12', null, Number.NaN, 2 ** 32])('takes no count of %j', (IMSent) => {
    expect(usage({ IMSent })?.code).toBe('CANDOR_VALUE_REFUSED')
  })

  test('has no user and no device', () => {
    expect(usage({ UserID: 'x' })?.code).toBe('CANDOR_DATA_TYPE_UNKNOWN')
    expect(usage({ DeviceID: 'x' })?.code).toBe('CANDOR_DATA_TYPE_UNKNOWN')
  })

  test('bounds the labels of a labelled count', () => {
    const labels = Array.from({ length: 65 }, (_, at) => [`feature ${at}`, 1])
    expect(usage({ FeatureUse: Object.fromEntries(labels) })?.code).toBe('CANDOR_VALUE_REFUSED')
    expect(usage({ FeatureUse: { '5E872200-F546-4CCD-8F23-AF5F507AA2DD': 1 } })?.code).toBe(
      'CANDOR_VALUE_REFUSED',
    )
    expect(usage({ FeatureUse: { 'amos@contoso.com': 1 } })?.code).toBe('CANDOR_VALUE_REFUSED')
  })
})

describe('a distribution', () => {
  const isValid = compileValidator({ kind: 'distribution', unit: 'ms', bounds: [0, 100, 250.5] })

  test.each([{}, { '0': 3, '100': 1 }, { '250.5': 2 ** 32 - 1 }])(
    'takes counts by lower bound: %j',
    (value) => {
      expect(isValid(value)).toBe(true)
    },
  )

  test.each([
    ['another bound', { '50': 1 }],
    ['a bound written otherwise', { '100.0': 1 }],
    ['a value of its own', 120],
    ['a list', [1, 2]],
    ['no count', { '0': -1 }],
    ['half a count', { '0': 0.5 }],
    ['a text', { '0': '1' }],
  ])('does not take %s', (_what, value) => {
    expect(isValid(value)).toBe(false)
  })
})

describe('error', () => {
  test('takes what the seed names', () => {
    const data = {
      MessageDirection: 'Incoming',
      ConversationState: 'Idle',
      ConversationThreadID: 'AdDO8hsJqilU93hQHC3OZaPR2saEA==',
      UserID: 'amosmarble',
      ErrorCode: '0x80070005',
      Exception: {
        type: 'TypeError',
        message: 'undefined is not a function',
        stack: 'TypeError\n    at a (b.js:1:2)',
      },
      ErrorLog: [{ beforeMillis: 20, level: 'warning', message: 'media stack restarted' }],
      Performance: { startUpMillis: 840 },
      DeviceConfiguration: { cores: '8' },
      NetworkQuality: { roundTripMillis: 48 },
      IPAddress: '2001:db8::1',
      SIPURI: 'sip:amosmarble@contoso.com',
    }
    expect(error(data)).toBeUndefined()
  })

  test.each(['1.2.3', '256.1.1.1', '1:2', ':::', 'contoso.com'])('%s is no IP address', (IPAddress) => {
    expect(error({ IPAddress })?.code).toBe('CANDOR_VALUE_REFUSED')
  })

  test('takes no figure or level that is not defined', () => {
    expect(error({ Performance: { mood: 1 } })?.code).toBe('CANDOR_VALUE_REFUSED')
    expect(error({ ErrorLog: [{ beforeMillis: 1, level: 'loud', message: '' }] })?.code).toBe(
      'CANDOR_VALUE_REFUSED',
    )
  })
})

describe('on the device', () => {
  test.each(DATA_CATEGORIES)(
    'the check of %s takes the same values as at the service, and no id',
    (category) => {
      const [device, service] = [
        compileLane(skypeTeams, category),
        compileLaneAtService(skypeTeams, category),
      ]
      const values = [
        'EN-US',
        '8.3',
        'sip:amos@contoso.com',
        '192.0.2.17',
        '::1',
        3,
        -1,
        'Incoming',
        { a: 1 },
        [],
        null,
      ]
      const types: Readonly<Record<string, BareDataType>> = skypeTeams.dataTypes[category]
      for (const [name, { kind }] of Object.entries(types))
        for (const value of values)
          expect(device({ [name]: value })?.code).toBe(
            kind.endsWith('-id') ? 'CANDOR_VALUE_REFUSED' : service({ [name]: value })?.code,
          )
    },
  )

  test('an id that is one is refused too: the client fills it in itself', () => {
    const UserID = 'A'.repeat(43)
    expect(compileLane(skypeTeams, 'census')({ UserID })?.code).toBe('CANDOR_VALUE_REFUSED')
    expect(census({ UserID })).toBeUndefined()
  })
})
