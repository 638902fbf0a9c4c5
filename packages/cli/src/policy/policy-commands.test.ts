import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROLE_TEXTS } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runLine } from '../testing/run-line.js'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-policy-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...words: readonly string[]) => runLine(['policy', ...words, '--settings-file', path])
const asData = async (...words: readonly string[]): Promise<unknown> =>
  JSON.parse((await run(...words, '--json')).out)
const ADMIN = ROLE_TEXTS[skypeTeams.controls.DisableAutomaticSendTracing.setBy].en
const write = (settings: object): void => writeFileSync(path, JSON.stringify(settings))
const kept = (): unknown => JSON.parse(readFileSync(path, 'utf8'))

describe('candor policy set and remove', () => {
  test.each([
    [['disableautomaticsendtracing', 'TRUE'], { DisableAutomaticSendTracing: { 'in-band': true } }],
    [['MeetingUxEnableTelemetry', '$True'], { MeetingUxEnableTelemetry: { global: true } }],
    [
      ['MeetingUxEnableTelemetry', '0', '--scope', 'Site:Redmond'],
      { MeetingUxEnableTelemetry: { 'site:Redmond': false } },
    ],
    [
      ['DisableAutomaticSendTracing', 'false', '--scope', 'machine'],
      { DisableAutomaticSendTracing: { machine: false } },
    ],
  ])('set %j', async (words, expected) => {
    expect((await run('set', ...words)).exitCode).toBe(0)
    expect(kept()).toEqual(expected)
  })

  test('remove takes a setting away, and tells where there was none', async () => {
    write({ MeetingUxEnableTelemetry: { global: true } })
    expect((await run('remove', 'MeetingUxEnableTelemetry')).out).toContain('it was True')
    expect(kept()).toEqual({})
    expect(await run('remove', 'MeetingUxEnableTelemetry')).toMatchObject({
      exitCode: 0,
      out: 'MeetingUxEnableTelemetry at global was already not set (default False); nothing changed.\n',
    })
  })

  test('--what-if changes nothing', async () => {
    write({})
    expect(await asData('set', 'MeetingUxEnableTelemetry', 'true', '--what-if')).toEqual({
      outcome: 'would-change',
      organisation: '',
      control: 'MeetingUxEnableTelemetry',
      scope: 'global',
      value: true,
      before: { kind: 'default', value: false },
      after: { kind: 'set', value: true },
    })
    expect(kept()).toEqual({})
  })

  test.each([
    [['set', 'census', 'false'], 1, 'CANDOR_CENSUS_ALWAYS_ON'],
    [['get', 'Census'], 1, 'CANDOR_CENSUS_ALWAYS_ON'],
    [['set', 'Watson', 'false'], 1, 'CANDOR_SETTING_REFUSED'],
    [['remove', 'ErrorReportingOptIn'], 1, 'CANDOR_SETTING_REFUSED'],
    [['set', 'MeetingUxEnableTelemetrie', 'true'], 2, 'Did you mean MeetingUxEnableTelemetry?'],
    [['set', '__proto__', 'true'], 2, 'CANDOR_CONTROL_UNKNOWN'],
    [['set', 'MeetingUxEnableTelemetry', 'yes'], 2, 'neither true nor false'],
    [['set', 'MeetingUxEnableTelemetry'], 2, 'missing required argument'],
    [['set', 'MeetingUxEnableTelemetry', 'true', '--scope', 'globl'], 2, 'Did you mean global?'],
    [['list', '--organisation', 'contoso.com'], 2, 'exclude each other'],
    [['list', '--lang', 'fr'], 2, 'Allowed choices are en, es'],
    [['lst'], 2, 'Did you mean list?'],
  ])('%j is refused with %d', async (words, exitCode, message) => {
    const answer = await run(...words)
    expect([answer.exitCode, answer.out]).toEqual([exitCode, ''])
    expect(answer.err).toContain(message)
  })

  test('a service cannot hold what the device reads itself', async () => {
    const answer = await runLine(
      ['policy', 'set', 'DisableAutomaticSendTracing', 'true', '--scope', 'machine'],
      {
        env: { CANDOR_TOKEN: 'x', CANDOR_URL: 'http://127.0.0.1:9' },
      },
    )
    expect(answer).toMatchObject({ exitCode: 1 })
    expect(answer.err).toContain('--settings-file')
  })
})

describe('candor policy list and get', () => {
  test('list shows every control, its settings, its default and who sets it', async () => {
    write({ DisableAutomaticSendTracing: { 'in-band': true, machine: 'on' } })
    expect((await run('list')).out).toBe(
      [
        'CONTROL                      SCOPE    ORGANIZATION  VALUE                             DEFAULT    SET BY',
        `DisableAutomaticSendTracing  in-band  -             True                              False      ${ADMIN}`,
        `DisableAutomaticSendTracing  machine  -             "on" (malformed: counts as True)  False      ${ADMIN}`,
        'MeetingUxEnableTelemetry     -        -             not set                           False      the admin',
        "Watson                       -        -             held on each device               ask        the device's owner",
        'ErrorReportingOptIn          -        -             held on each device               undecided  the user',
        '',
      ].join('\n'),
    )
  })

  test('list tells of settings that no decision reads, and of a file that is not there', async () => {
    expect((await run('list')).err).toContain('does not exist yet')
    write({ Other: { global: true }, MeetingUxEnableTelemetry: { Global: true, 'site:a': true } })
    const { err } = await run('list')
    expect(err).toContain('Other, MeetingUxEnableTelemetry (Global);')
  })

  test('get shows what a control does and which setting wins', async () => {
    write({ MeetingUxEnableTelemetry: { global: true } })
    const { out } = await run('get', 'meetinguxenabletelemetry')
    expect(out).toContain('service:WebServer:<pool>, site:<site>, global (the first that is set wins)')
    expect(out).toMatch(/^global +- +True$/m)
  })

  test('get at a scope tells the default from a setting', async () => {
    write({ MeetingUxEnableTelemetry: { global: false } })
    const standing = async (scope: string) => asData('get', 'MeetingUxEnableTelemetry', '--scope', scope)
    expect(await standing('global')).toMatchObject({ standing: { kind: 'set', value: false } })
    expect(await standing('site:Redmond')).toMatchObject({ standing: { kind: 'default', value: false } })
  })

  test.each([
    [['--lang', 'es'], {}],
    [[], { LANG: 'es_MX.UTF-8' }],
    [[], { LANG: 'en_GB.UTF-8', LC_ALL: 'es' }],
  ])('answers in Spanish: %j %j', async (words, env) => {
    write({})
    const { out } = await runLine(['policy', 'list', '--settings-file', path, ...words], { env })
    expect(out).toContain('el administrador de la organización')
  })
})

describe('candor policy explain', () => {
  test.each([
    ['usage.IMSent', ['--client', 'desktop'], { collect: false, source: 'in-band' }],
    [
      'imsent',
      ['--client', 'Meetings-App', '--pool', 'p.contoso.com'],
      { collect: true, source: 'service:WebServer:p.contoso.com' },
    ],
    ['CallMinutes', ['--client', 'meetings-app', '--site', 'Redmond'], { collect: false, source: 'default' }],
    ['census.UserID', ['--client', 'web'], { collect: true, control: null }],
    [
      'error.Crash',
      ['--client', 'meetings-app', '--os', 'windows', '--watson', '{"machine":{"DefaultConsent":3}}'],
      { collect: true, control: 'Watson', detail: 'safe' },
    ],
  ])('%s %j', async (dataType, words, decision) => {
    write({
      DisableAutomaticSendTracing: { 'in-band': true },
      MeetingUxEnableTelemetry: { 'service:WebServer:p.contoso.com': true },
    })
    expect(await asData('explain', dataType, ...words)).toMatchObject({ decision })
  })

  test.each([
    ['granted', 'Collected.'],
    ['denied', 'Not collected.'],
    ['undecided', 'Nothing is set'],
  ])('with the consent %s says: %s', async (consent, sentence) => {
    write({})
    const { out } = await run(
      'explain',
      'error.Crash',
      '--client',
      'desktop',
      '--os',
      'Linux',
      '--consent',
      consent,
    )
    expect(out).toContain(sentence)
    expect(out).toContain('ErrorReportingOptIn')
  })

  test('names what was set aside, in both languages', async () => {
    write({ DisableAutomaticSendTracing: { 'in-band': true, machine: 7 } })
    const words = ['explain', 'IMSent', '--client', 'desktop', '--os', 'Windows', '--lang']
    expect((await run(...words, 'en')).out).toBe(
      [
        'usage.IMSent (IM Sent): desktop, Windows',
        `Not collected. A setting forbids it. Decided by DisableAutomaticSendTracing (in-band). Set aside: DisableAutomaticSendTracing (machine: 7, malformed). It may be changed by ${ADMIN}.`,
        '',
      ].join('\n'),
    )
    expect((await run(...words, 'es')).out).toContain(
      'No cuenta: DisableAutomaticSendTracing (machine: 7, mal formado).',
    )
  })

  test.each([
    [['UserID', '--client', 'web'], 'census.UserID, error.UserID'],
    [['IMSend', '--client', 'web'], 'Did you mean usage.IMSent?'],
    [['IMSent', '--client', 'webb'], 'Did you mean web?'],
    [['IMSent', '--client', 'web', '--consent', 'yes'], 'granted, denied, undecided'],
    [['IMSent', '--client', 'web', '--watson', '{'], '--watson is not JSON'],
    [['IMSent'], "required option '--client <client>' not specified"],
  ])('%j is refused with 2', async (words, message) => {
    const answer = await run('explain', ...words)
    expect(answer.exitCode).toBe(2)
    expect(answer.err).toContain(message)
  })
})

const SHOP = fileURLToPath(new URL('../../../../examples/shop/src/practices.ts', import.meta.url))

describe('the practices of another product', () => {
  const shop = (...words: readonly string[]) => run(...words, '--practices', SHOP)

  test('are set at their own scopes, and explained by their own rules', async () => {
    expect((await shop('set', 'branchtelemetry', 'false', '--scope', 'Branch:Downtown')).exitCode).toBe(0)
    expect((await shop('set', 'BranchTelemetry', 'true')).out).toContain('BranchTelemetry at company')
    expect(kept()).toEqual({ BranchTelemetry: { 'branch:Downtown': false, company: true } })
    expect((await shop('list')).out).toContain('ShoppingInsights')
  })

  test('must name the scope where a control has several', async () => {
    const { exitCode, err } = await shop('set', 'Diagnostics', 'true')
    expect(exitCode).toBe(2)
    expect(err).toContain('incident, contract')
  })

  test('have no cmdlets where they have no MeetingUxEnableTelemetry', async () => {
    const { exitCode, err } = await runLine([
      'Get-CsWebServiceConfiguration',
      '--practices',
      SHOP,
      '--settings-file',
      'x',
    ])
    expect(exitCode).toBe(2)
    expect(err).toContain('There is no control MeetingUxEnableTelemetry.')
  })
})
