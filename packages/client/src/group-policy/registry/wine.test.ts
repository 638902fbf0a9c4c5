import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { nodeSources, readGroupPolicy, type Run } from '../index.js'

/** Making a new wine folder takes some seconds. */
const WINE_MILLIS = 120_000
const WINE = 'wine'
const WINE_SERVER = 'wineserver'
const LYNC = String.raw`SOFTWARE\Policies\Microsoft\Office\16.0\Lync`
const REPORTING = String.raw`SOFTWARE\Microsoft\Windows\Windows Error Reporting`
const DISABLE = 'DisableAutomaticSendTracing'

const hasWine = [WINE, WINE_SERVER].every(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0,
)

describe.skipIf(!hasWine)('with the reg.exe of wine (where it is found)', () => {
  let folder = ''
  let keeper: ChildProcess | undefined
  const environment = () => ({
    PATH: process.env['PATH'],
    HOME: folder,
    WINEPREFIX: join(folder, 'wine'),
    WINEDEBUG: '-all',
    // Nothing of wine's own, no browser engine, no .NET, no menu entries: reg.exe needs none of them.
    WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d',
  })

  const wine = (args: readonly string[]) =>
    spawnSync(WINE, ['reg.exe', ...args], { env: environment(), encoding: 'latin1' })

  const run: Run = (_program, args) => {
    const { status, stdout, error } = wine(args)
    return status === null
      ? Promise.reject(error ?? new Error('wine did not end'))
      : Promise.resolve({ exitCode: status, output: stdout })
  }

  const add = (key: string, valueName: string, type: string, data: string): void => {
    const { status } = wine(['add', key, '/v', valueName, '/t', type, '/d', data, '/f', '/reg:64'])
    expect(status).toBe(0)
  }

  const read = () =>
    readGroupPolicy({ practices: skypeTeams, platform: 'win32', sources: { ...nodeSources, run } })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'candor-wine-'))
    // While one program runs, wine does not start and end its services for each of the others.
    keeper = spawn(WINE, ['cmd.exe'], { env: environment(), stdio: ['pipe', 'pipe', 'ignore'] })
    if (keeper.stdout !== null) await once(keeper.stdout, 'data')
  }, WINE_MILLIS)

  afterAll(async () => {
    if (keeper?.exitCode === null) {
      keeper.stdin?.end()
      await once(keeper, 'exit')
    }
    // Ends the server of this folder alone, and waits until it has ended.
    for (const option of ['-k', '-w']) spawnSync(WINE_SERVER, [option], { env: environment() })
    rmSync(folder, { recursive: true, force: true })
  }, WINE_MILLIS)

  test('missing keys are unset', { timeout: WINE_MILLIS }, async () => {
    expect(await read()).toEqual({ settings: {}, watson: { machine: {}, user: {} }, warnings: [] })
  })

  test('values of both hives are read, well formed or not', { timeout: WINE_MILLIS }, async () => {
    add(`HKLM\\${LYNC}`, 'Server Address   Internal', 'REG_SZ', 'a    b')
    add(`HKLM\\${LYNC}`, DISABLE, 'REG_DWORD', '0')
    add(`HKCU\\${LYNC}`, DISABLE, 'REG_SZ', '1')
    add(`HKCU\\${REPORTING}\\Consent`, 'DefaultConsent', 'REG_DWORD', '3')
    const { settings, watson, warnings } = await read()
    expect(settings).toEqual({ [DISABLE]: { machine: false, user: 'REG_SZ 1' } })
    expect(watson).toEqual({ machine: {}, user: { DefaultConsent: 3 } })
    expect(warnings).toHaveLength(1)
  })

  test('a row forged by line breaks in another value is malformed', { timeout: WINE_MILLIS }, async () => {
    add(`HKLM\\${LYNC}`, DISABLE, 'REG_DWORD', '1')
    add(`HKLM\\${LYNC}`, 'Zone', 'REG_SZ', `x\n    ${DISABLE}    REG_DWORD    0x0`)
    const { settings } = await read()
    expect(settings[DISABLE]).toMatchObject({ machine: expect.stringContaining('twice') as unknown })
  })
})
