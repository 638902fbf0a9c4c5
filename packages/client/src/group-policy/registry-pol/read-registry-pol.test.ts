import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { decide } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, describe, expect, test } from 'vitest'

import {
  deleteValue,
  nodeSources,
  readRegistryPol,
  setNumber,
  writeRegistryPol,
  type RegistryPolEntry,
} from '../index.js'
import { encodeText } from './registry-data.js'

const LYNC = String.raw`Software\Policies\Microsoft\Office\16.0\Lync`
const REPORTING = String.raw`Software\Policies\Microsoft\Windows\Windows Error Reporting`
const DISABLE = 'DisableAutomaticSendTracing'
const folder = mkdtempSync(join(tmpdir(), 'candor-pol-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = async (content: readonly RegistryPolEntry[] | Uint8Array) => {
  const machine = join(folder, 'Registry.pol')
  writeFileSync(machine, content instanceof Uint8Array ? content : writeRegistryPol(content))
  return readRegistryPol({ practices: skypeTeams, files: nodeSources.files, machine })
}

const machineOf = async (entries: readonly RegistryPolEntry[]): Promise<unknown> => {
  const { settings } = await read(entries)
  return settings[DISABLE]
}

const text = (key: string, valueName: string, data: string): RegistryPolEntry => ({
  key,
  valueName,
  type: 'REG_SZ',
  data: encodeText(data),
})

const set = setNumber(LYNC, DISABLE, 1)

describe('a Registry.pol file', () => {
  test('sets what its numbers say, whatever the case of its keys', async () => {
    expect(
      await read([
        setNumber(LYNC.toUpperCase(), DISABLE.toLowerCase(), 0),
        setNumber(REPORTING, 'Disabled', 0),
        setNumber(`${REPORTING}\\Consent`, 'DefaultConsent', 2),
      ]),
    ).toEqual({
      settings: { [DISABLE]: { machine: false } },
      watson: { machine: { Disabled: 0, DefaultConsent: 2 } },
      warnings: [],
    })
  })

  test('sets nothing where it is absent', async () => {
    const options = { practices: skypeTeams, files: nodeSources.files, user: join(folder, 'absent') }
    expect(await readRegistryPol(options)).toEqual({ settings: {}, warnings: [] })
  })

  test('holds malformed values, which stay visible and count as the strictest', async () => {
    const { settings, warnings } = await read([text(LYNC, DISABLE, '1')])
    expect(settings).toEqual({ [DISABLE]: { machine: 'REG_SZ 1' } })
    expect(warnings).toMatchObject([{ code: 'malformed-value' }])
    const short = { ...set, data: Uint8Array.of(1) }
    expect(await machineOf([short])).toEqual({ machine: 'REG_DWORD 01' })
  })
})

describe('markers', () => {
  const gone = { deleted: undefined, kept: { machine: true } } as const
  test.each<readonly [string, readonly RegistryPolEntry[], { readonly machine: true } | undefined]>([
    ['**del. deletes one value', [set, deleteValue(LYNC, DISABLE)], gone.deleted],
    ['**del. of another value deletes nothing here', [set, deleteValue(LYNC, 'Other')], gone.kept],
    ['what is set after **del. stays', [deleteValue(LYNC, DISABLE), set], gone.kept],
    ['**DelVals. deletes all values of its key', [set, text(LYNC, '**DelVals.', ' ')], gone.deleted],
    ['**delvals. of a key above deletes nothing here', [set, text('Software', '**delvals.', ' ')], gone.kept],
    [
      '**DeleteValues deletes those it lists',
      [set, text(LYNC, '**DeleteValues', `A;${DISABLE}`)],
      gone.deleted,
    ],
    [
      '**DeleteKeys deletes what is in and below the keys it lists',
      [set, text(String.raw`Software\Policies\Microsoft`, '**DeleteKeys', 'A;Office')],
      gone.deleted,
    ],
    [
      '**DeleteKeys deletes no key that only begins alike',
      [set, text(String.raw`Software\Policies\Microsoft`, '**DeleteKeys', 'Off')],
      gone.kept,
    ],
    ['**soft. sets what is absent', [{ ...set, valueName: `**soft.${DISABLE}` }], gone.kept],
    [
      '**soft. leaves what is set',
      [set, { ...setNumber(LYNC, DISABLE, 0), valueName: `**soft.${DISABLE}` }],
      gone.kept,
    ],
    ['**SecureKey sets no value', [set, setNumber(LYNC, '**SecureKey', 1)], gone.kept],
    [
      'an empty instruction only makes the key',
      [set, { key: LYNC, valueName: '', type: 'REG_NONE', data: new Uint8Array() }],
      gone.kept,
    ],
  ])('%s', async (_what, entries, expected) => {
    expect(await machineOf(entries)).toEqual(expected)
  })
})

test.each<readonly [string, Uint8Array]>([
  ['no PReg file', new TextEncoder().encode('not a policy')],
  ['cut off', writeRegistryPol([setNumber(LYNC, DISABLE, 0)]).slice(0, -1)],
])('a file that is %s counts as the strictest, visibly', async (_what, bytes) => {
  const policy = await read(bytes)
  expect(policy.warnings).toMatchObject([{ code: 'malformed-file' }])
  for (const [dataType, client] of [
    ['usage.IMSent', 'desktop'],
    ['error.Crash', 'meetings-app'],
  ] as const)
    expect(decide(skypeTeams, dataType, { client, os: 'Windows', ...policy })).toMatchObject({
      collect: false,
      reason: 'malformed-forbids',
    })
})

test('a file that cannot be read counts as the strictest, visibly', async () => {
  const policy = await readRegistryPol({ practices: skypeTeams, files: nodeSources.files, user: folder })
  expect(policy.warnings).toMatchObject([{ code: 'unreadable-file', where: folder }])
  expect(policy.settings[DISABLE]).toHaveProperty('user')
})
