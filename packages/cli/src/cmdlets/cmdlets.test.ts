import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runLine } from '../testing/run-line.js'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-cmdlets-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (verb: string, args: readonly string[] = [], input = '') =>
  runLine([`${verb}-CsWebServiceConfiguration`, ...args, '--settings-file', path, '--lang', 'en'], { input })

const kept = (): unknown =>
  (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)['MeetingUxEnableTelemetry']

describe('the line of the practices', () => {
  test.each([
    [['-MeetingUxEnableTelemetry', '$True']],
    [['-MeetingUxEnableTelemetry']],
    [['-MeetingUxEnableTelemetry', '']],
  ])('sets True at global, also as a shell leaves it: %j', async (args) => {
    expect(await run('Set', args)).toMatchObject({
      exitCode: 0,
      out: 'MeetingUxEnableTelemetry at global is now True; it was not set (default False).\n',
    })
    expect(kept()).toEqual({ global: true })
  })

  test('says what it assumed where the value did not arrive, and only then', async () => {
    expect((await run('Set', ['-MeetingUxEnableTelemetry'])).err).toContain('taken as True')
    expect((await run('Set', ['-MeetingUxEnableTelemetry', 'True'])).err).toBe('')
  })

  test('is found in any case and with a dash of a word processor', async () => {
    expect(
      (await runLine(['set\u2013cswebserviceconfiguration', '-meet', '1', '--settings-file', path])).exitCode,
    ).toBe(0)
    expect(kept()).toEqual({ global: true })
  })
})

describe('collections', () => {
  test('start from the defaults, not from global', async () => {
    await run('Set', ['-MeetingUxEnableTelemetry', '$True'])
    expect((await run('New', ['-Identity', 'site:Redmond'])).exitCode).toBe(0)
    expect(kept()).toEqual({ global: true, 'site:Redmond': false })
  })

  test.each([
    ['New', ['-Identity', 'global'], 'CANDOR_COLLECTION_EXISTS'],
    ['New', ['-Identity', 'SITE:redmond', '-M', 'True'], 'CANDOR_COLLECTION_EXISTS'],
    ['Set', ['-Identity', 'site:Dublin', '-M', 'True'], 'CANDOR_COLLECTION_MISSING'],
    ['Get', ['-Identity', 'site:Dublin'], 'CANDOR_COLLECTION_MISSING'],
    ['Remove', ['-Identity', 'site:Dublin'], 'CANDOR_COLLECTION_MISSING'],
  ])('%s %j is refused and changes nothing', async (verb, args, code) => {
    await run('New', ['-Identity', 'site:Redmond'])
    const before = readFileSync(path)
    const answer = await run(verb, args)
    expect(answer).toMatchObject({ exitCode: 1, out: '' })
    expect(answer.err).toContain(code)
    expect(readFileSync(path)).toEqual(before)
  })

  test('a Set- that is refused gives the line that makes the collection', async () => {
    const { err } = await run('Set', ['-Identity', 'site:Dublin', '-M', 'True'])
    const line = /candor (New-.*)$/m.exec(err)?.[1] ?? ''
    expect((await runLine([...line.split(' '), '--settings-file', path])).exitCode).toBe(0)
    expect(kept()).toEqual({ 'site:Dublin': true })
  })

  test('of a pool are one collection in any case of its name', async () => {
    await run('New', ['service:webserver:POOL01.contoso.com', '-M', 'True'])
    await run('Set', ['-Identity', 'Service:WebServer:pool01.Contoso.com', '-M', 'False'])
    expect(kept()).toEqual({ 'service:WebServer:pool01.contoso.com': false })
  })

  test('are removed, and global goes back to the defaults', async () => {
    await run('Set', ['-M', 'True'])
    await run('New', ['-Identity', 'site:Redmond'])
    expect((await run('Remove', ['-Identity', 'site:Redmond'])).exitCode).toBe(0)
    expect(await run('Remove', ['-Identity', 'Global'])).toMatchObject({ exitCode: 0 })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({})
    expect((await run('Remove', ['-Identity', 'global'])).out).toContain('nothing changed')
  })
})

describe('Get-CsWebServiceConfiguration', () => {
  test('lists global first, then sites, then pools', async () => {
    await run('New', ['service:WebServer:pool01.contoso.com', '-M', 'True'])
    await run('New', ['site:Redmond'])
    const { out } = await run('Get', ['--json'])
    expect(JSON.parse(out)).toEqual([
      { Identity: 'global', MeetingUxEnableTelemetry: false, State: 'default' },
      { Identity: 'site:Redmond', MeetingUxEnableTelemetry: false, State: 'set' },
      { Identity: 'service:WebServer:pool01.contoso.com', MeetingUxEnableTelemetry: true, State: 'set' },
    ])
  })

  test('tells the default from a setting of the same value', async () => {
    expect((await run('Get')).out).toBe(
      'Identity                 : global\nMeetingUxEnableTelemetry : False (default)\n',
    )
    await run('Set', ['-M', 'False'])
    expect((await run('Get')).out).toContain(': False\n')
  })
})

describe('-WhatIf and -Confirm', () => {
  test.each([[['-WhatIf']], [['-wi']], [['-WhatIf:$true']], [['-WhatIf:']]])(
    '%j shows the change and makes none',
    async (args) => {
      const { exitCode, out } = await run('Set', ['-M', 'True', ...args])
      expect(exitCode).toBe(0)
      expect(out).toMatch(/^What if: .* would become True/)
      expect((await run('Get')).out).toContain('False (default)')
    },
  )

  test.each([[['-Confirm:$false']], [['-Confirm:']], [['-WhatIf:$false']]])(
    '%j changes at once',
    async (args) => {
      expect((await run('Set', ['-M', 'True', ...args])).exitCode).toBe(0)
      expect(kept()).toEqual({ global: true })
    },
  )

  test.each([
    ['y\n', 0],
    ['n\n', 1],
    ['', 1],
  ])('-Confirm asks, and takes %j as its answer', async (input, exitCode) => {
    const answer = await run('Set', ['-M', 'True', '-Confirm'], input)
    expect(answer.exitCode).toBe(exitCode)
    expect(answer.err).toContain('[y/N]')
    expect((await run('Get')).out).toContain(exitCode === 0 ? 'True' : 'False (default)')
  })
})

describe('a wrong line', () => {
  test.each([
    ['Get', ['-Filter', '*'], 'no parameter -Filter'],
    ['Get', ['-LocalStore'], 'It accepts -Identity.'],
    ['Set', ['-MeetingUxEnabledTelemetry', '1'], 'Did you mean -MeetingUxEnableTelemetry?'],
    ['Set', ['-M', 'maybe'], 'takes $True or $False'],
    ['Set', [], 'needs -MeetingUxEnableTelemetry'],
    ['New', ['-M', 'True'], 'needs -Identity'],
    ['Remove', [], 'needs -Identity'],
    ['Set', ['-M', 'True', '-Identity', 'pool:x'], 'It has service:WebServer:<pool>, site:<site>, global.'],
    ['Set', ['-M', 'True', '-Identity', 'site:'], 'does not name a place'],
    ['Set', ['-M', 'True', '--organization', 'contoso.com'], '--organisation exclude each other'],
    ['Set', ['-M', 'True', '--organise'], '--organise'],
  ])('%s %j ends with 2 and says what is accepted', async (verb, args, message) => {
    const { exitCode, out, err } = await run(verb, args)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err).toContain('CANDOR_COMMAND_REFUSED')
  })

  test('is told as data where data is asked for, in the language asked for', async () => {
    const { err } = await runLine(['Get-CsWebServiceConfiguration', '-Filter', '--json', '--lang', 'es'])
    expect(JSON.parse(err)).toEqual({
      code: 'CANDOR_COMMAND_REFUSED',
      exitCode: 2,
      detail: 'Get-CsWebServiceConfiguration no tiene el parámetro -Filter.',
      remedy: 'Admite -Identity.',
    })
  })

  test('-? shows the parameters', async () => {
    expect((await run('Set', ['-?'])).out).toContain('[-MeetingUxEnableTelemetry <$True|$False>]')
  })
})
