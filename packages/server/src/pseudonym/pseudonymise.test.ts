import { createSecretKey } from 'node:crypto'
import type { DevicePractices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compilePseudonymise } from './pseudonymise.js'
import { createPseudonyms } from './pseudonyms.js'

const epoch = {
  id: 1,
  censusPepper: createSecretKey(Buffer.alloc(32, 1)),
  errorPepper: createSecretKey(Buffer.alloc(32, 2)),
}
const pseudonyms = createPseudonyms({ current: () => epoch })
const pseudonymise = compilePseudonymise(skypeTeams, 'error', pseudonyms)

const exceptionOf = (message: string) => ({ type: 'Error', message, stack: `Error: ${message}` })

test.each([
  ['another case', 'amos@contoso.com', 'AMOS@Contoso.com'],
  ['a URL', 'amos.m@contoso.com', 'amos.m%40contoso.com'],
  ['letters put together of two', 'jos\u00E9@contoso.com', 'jose\u0301@contoso.com'],
  ['letters that are one', 'jose\u0301@contoso.com', 'jos\u00E9@contoso.com'],
  ['letters of full width', 'ａｍｏｓ@contoso.com', 'amos@contoso.com'],
  ['letters in a URL', 'jos\u00E9@contoso.com', 'jos%c3%a9%40contoso.com'],
  ['an id with its scheme, without it', 'sip:amos@contoso.com', 'amos@contoso.com'],
  ['JSON', 'CONTOSO\\amos', String.raw`{"user":"CONTOSO\\amos"}`],
  ['an unseen mark in the id', 'am\u200Bos@contoso.com', 'amos@contoso.com'],
  ['a dotted capital I', 'İstanbul9', 'i\u0307stanbul9'],
  ['a double s', 'straße9', 'STRASSE9'],
  ['characters of a pattern', 'a.*(b)[c]$^{1}', 'a.*(b)[c]$^{1}'],
])('an id is replaced in texts written as %s', (_how, UserID, written) => {
  const given = {
    UserID,
    ErrorCode: written,
    Exception: exceptionOf(`no mailbox of ${written}.`),
    ErrorLog: [{ beforeMillis: 1, level: 'info', message: `${written} signed in` }],
    DeviceConfiguration: { cores: written },
  }
  const made = JSON.stringify(pseudonymise(given))
  expect(made).not.toContain(JSON.stringify(written).slice(1, -1))
  expect(made.match(/[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}/g)).toHaveLength(6)
})

test('words that the practices list stay what they are, whoever is called so', () => {
  const log = { beforeMillis: 1, level: 'info', message: 'a message' }
  expect(pseudonymise({ UserID: 'Incoming', MessageDirection: 'Incoming' })).toMatchObject({
    MessageDirection: 'Incoming',
  })
  expect(pseudonymise({ UserID: 'info', ErrorLog: [log] })).toMatchObject({ ErrorLog: [log] })
})

test('an address stays in its own data type, which is kept for a shorter time', () => {
  const given = {
    SIPURI: 'sip:amos@contoso.com',
    IPAddress: '198.51.100.77',
    Exception: exceptionOf('INVITE sip:amos@contoso.com from 198.51.100.77 for Amos@contoso.com'),
  }
  expect(pseudonymise(given)).toEqual({
    ...given,
    Exception: exceptionOf('INVITE [SIPURI] from [IPAddress] for [SIPURI]'),
  })
})

test('every user id of a report becomes a pseudonym, and labels are texts too', () => {
  const practices = {
    dataTypes: {
      census: { UserID: { kind: 'twice-hashed-user-id' }, Owner: { kind: 'twice-hashed-user-id' } },
      usage: {},
      error: {
        UserID: { kind: 'service-hashed-user-id' },
        Caller: { kind: 'service-hashed-user-id' },
        Calls: { kind: 'labelled-count' },
      },
    },
  } as unknown as DevicePractices
  const [census, error] = (['census', 'error'] as const).map((lane) =>
    compilePseudonymise(practices, lane, pseudonyms),
  )
  const hash = 'A'.repeat(43)
  expect(JSON.stringify(census?.({ UserID: hash, Owner: hash }))).not.toContain(hash)
  const ofAmos = pseudonyms.ofError('amos')
  expect(error?.({ UserID: 'amos', Caller: 'pilar', Calls: { amos: 1, Amos: 2, pilar: 4 } })).toEqual({
    UserID: ofAmos,
    Caller: pseudonyms.ofError('pilar'),
    Calls: { [ofAmos]: 3, [pseudonyms.ofError('pilar')]: 4 },
  })
})

test('any id is replaced whole in any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 3, maxLength: 40 }),
      fc.constantFrom('', '\u00AB', ' \u00AB '),
      (UserID, around) => {
        fc.pre(!UserID.includes('\u00AB') && !UserID.startsWith(' '))
        const made = pseudonymise({ UserID, ErrorCode: around + UserID + around })
        expect(made['ErrorCode']).toBe(around + pseudonyms.ofError(UserID) + around)
      },
    ),
  )
})
