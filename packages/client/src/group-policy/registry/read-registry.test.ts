import { readFileSync } from 'node:fs'

import { decide } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { describe, expect, test } from 'vitest'

import { nodeSources, readGroupPolicy, type Run } from '../index.js'

const LYNC = String.raw`SOFTWARE\Policies\Microsoft\Office\16.0\Lync`
const PREFERENCE = String.raw`SOFTWARE\Microsoft\Windows\Windows Error Reporting`
const POLICY = String.raw`SOFTWARE\Policies\Microsoft\Windows\Windows Error Reporting`
const ROOTS = { HKLM: 'HKEY_LOCAL_MACHINE', HKCU: 'HKEY_CURRENT_USER' } as const

type Keys = Readonly<Record<string, readonly string[]>>

const outputOf = (key: string, rows: readonly string[]): string => {
  const [hive = '', ...path] = key.split('\\')
  const root = hive === 'HKLM' ? ROOTS.HKLM : ROOTS.HKCU
  return ['', [root, ...path].join('\\'), ...rows.map((row) => `    ${row}`), ''].join('\r\n')
}

const missing = readFileSync(new URL('../fixtures/german-missing-key.txt', import.meta.url), 'latin1')

/** A reg.exe that knows some keys and the one that is always there. */
const regWith =
  (keys: Keys): Run =>
  (_program, [, key = '']) => {
    const rows = key === String.raw`HKLM\SOFTWARE` || key === String.raw`HKCU\SOFTWARE` ? [] : keys[key]
    return Promise.resolve(
      rows === undefined ? { exitCode: 1, output: missing } : { exitCode: 0, output: outputOf(key, rows) },
    )
  }

const readWith = (run: Run) =>
  readGroupPolicy({ practices: skypeTeams, platform: 'win32', sources: { ...nodeSources, run } })

const decideWith = async (run: Run, dataType: string, client = 'desktop') =>
  decide(skypeTeams, dataType, { client, os: 'Windows', ...(await readWith(run)) })

const DISABLE = 'DisableAutomaticSendTracing'

describe('DisableAutomaticSendTracing', () => {
  test('is true or false at each hive as its REG_DWORD says', async () => {
    const run = regWith({
      [`HKLM\\${LYNC}`]: [`${DISABLE}    REG_DWORD    0x0`],
      [`HKCU\\${LYNC}`]: [`${DISABLE.toUpperCase()}    REG_DWORD    0x1`],
    })
    expect(await readWith(run)).toEqual({
      settings: { [DISABLE]: { machine: false, user: true } },
      watson: { machine: {}, user: {} },
      warnings: [],
    })
    expect(await decideWith(run, 'usage.IMSent')).toMatchObject({ collect: false, source: 'user' })
  })

  test('is unset where the keys are missing, whatever the language of the error', async () => {
    const run = regWith({})
    expect(await readWith(run)).toEqual({ settings: {}, watson: { machine: {}, user: {} }, warnings: [] })
    expect(await decideWith(run, 'usage.IMSent')).toMatchObject({ collect: true, source: 'default' })
  })

  test.each(['REG_DWORD    0x2', 'REG_SZ    1', 'REG_QWORD    0x1', 'REG_BINARY    01', 'REG_SZ    '])(
    'is malformed, visible and the strictest as %s',
    async (data) => {
      const run = regWith({ [`HKLM\\${LYNC}`]: [`${DISABLE}    ${data}`] })
      const { settings, warnings } = await readWith(run)
      expect(settings[DISABLE]).toHaveProperty('machine')
      expect(warnings).toMatchObject([{ code: 'malformed-value', where: `HKLM\\${LYNC}\\${DISABLE}` }])
      expect(await decideWith(run, 'usage.IMSent')).toMatchObject({
        collect: false,
        source: 'machine',
        reason: 'malformed-forbids',
      })
    },
  )
})

describe('Windows Error Reporting', () => {
  test('is read with its consent, and a policy stands before a preference', async () => {
    const run = regWith({
      [`HKLM\\${PREFERENCE}`]: ['Disabled    REG_DWORD    0x1', 'DontSendAdditionalData    REG_DWORD    0x1'],
      [`HKLM\\${POLICY}`]: ['Disabled    REG_DWORD    0x0'],
      [`HKCU\\${PREFERENCE}\\Consent`]: ['DefaultConsent    REG_DWORD    0x4'],
    })
    const { watson, warnings } = await readWith(run)
    expect(watson).toEqual({
      machine: { Disabled: 0, DontSendAdditionalData: 1 },
      user: { DefaultConsent: 4 },
    })
    expect(warnings).toEqual([])
    expect(await decideWith(run, 'error.Crash', 'meetings-app')).toMatchObject({
      collect: true,
      detail: 'parameters',
    })
  })

  test('refuses where a value is malformed', async () => {
    const run = regWith({
      [`HKLM\\${PREFERENCE}\\Consent`]: ['DefaultConsent    REG_DWORD    0x4'],
      [`HKCU\\${PREFERENCE}`]: ['Disabled    REG_SZ    0'],
    })
    const { watson, warnings } = await readWith(run)
    expect(watson?.user).toEqual({ Disabled: 'REG_SZ 0' })
    expect(warnings).toMatchObject([{ code: 'malformed-value', what: 'REG_SZ 0' }])
    expect(await decideWith(run, 'error.Crash', 'meetings-app')).toMatchObject({
      collect: false,
      reason: 'malformed-forbids',
    })
  })
})

describe('a registry that cannot be read', () => {
  const unreadable: Readonly<Record<string, Run>> = {
    'because reg.exe is forbidden': () => Promise.resolve({ exitCode: 1, output: '' }),
    'because reg.exe cannot be started': () => Promise.reject(new Error('spawn reg.exe ENOENT')),
  }

  test.each(Object.entries(unreadable))('counts as the strictest, visibly, %s', async (_why, run) => {
    const { warnings } = await readWith(run)
    expect(warnings.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'unreadable-registry HKLM',
      'unreadable-registry HKCU',
    ])
    for (const [dataType, client] of [
      ['usage.IMSent', 'desktop'],
      ['error.Crash', 'meetings-app'],
    ] as const)
      expect(await decideWith(run, dataType, client)).toMatchObject({
        collect: false,
        reason: 'malformed-forbids',
      })
    expect(await decideWith(run, 'census.AppName')).toMatchObject({ collect: true })
  })

  test('leaves the other hive as it is', async () => {
    const keys = regWith({ [`HKLM\\${LYNC}`]: [`${DISABLE}    REG_DWORD    0x0`] })
    const { settings } = await readWith((program, args) =>
      args[1]?.startsWith('HKCU') ? Promise.reject(new Error('too slow')) : keys(program, args),
    )
    expect(settings[DISABLE]).toEqual({ machine: false, user: 'HKCU: failed too slow' })
  })
})

test('reg.exe is the one of Windows itself, and asked for the 64-bit view', async () => {
  const asked: string[] = []
  const run: Run = (program, args) => {
    asked.push([program, args[0], args[2]].join(' '))
    return regWith({})(program, args)
  }
  await readGroupPolicy({
    practices: skypeTeams,
    platform: 'win32',
    systemRoot: String.raw`D:\WINNT`,
    sources: { ...nodeSources, run },
  })
  expect(new Set(asked)).toEqual(new Set([String.raw`D:\WINNT\System32\reg.exe query /reg:64`]))
})
