import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decide } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFileSettings, readSettingsFile } from './file-settings.js'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-settings-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (scope: string) => ({ organisation: '', control: 'MeetingUxEnableTelemetry', scope })
const kept = (): unknown => JSON.parse(readFileSync(path, 'utf8'))

describe('a settings file', () => {
  test('is made by the first change, for its owner alone', async () => {
    const settings = createFileSettings(path)
    expect(await settings.list()).toEqual([])
    await settings.change({ ...at('global'), value: true })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(await settings.list()).toEqual([{ ...at('global'), value: true }])
  })

  test('is what a decision reads', async () => {
    const settings = createFileSettings(path)
    await settings.change({ ...at('site:Redmond'), value: true })
    const context = { client: 'meetings-app', os: 'macOS', meeting: { site: 'Redmond' } }
    expect(
      decide(skypeTeams, 'usage.IMSent', { ...context, settings: readSettingsFile(path) }),
    ).toMatchObject({
      collect: true,
      source: 'site:Redmond',
    })
  })

  test('keeps everything beside the change as it was, and drops what is empty', async () => {
    const others = { Other: { a: 1 }, DisableAutomaticSendTracing: 'malformed' }
    writeFileSync(path, `\uFEFF${JSON.stringify({ ...others, MeetingUxEnableTelemetry: { global: 'yes' } })}`)
    const settings = createFileSettings(path)
    await settings.change({ ...at('site:Redmond'), value: false })
    expect(kept()).toEqual({ ...others, MeetingUxEnableTelemetry: { global: 'yes', 'site:Redmond': false } })
    for (const scope of ['global', 'site:Redmond']) await settings.change({ ...at(scope), value: null })
    expect(kept()).toEqual(others)
  })

  test('that a link names is replaced where it is', async () => {
    mkdirSync(join(folder, 'real'))
    const real = join(folder, 'real', 'settings.json')
    writeFileSync(real, '{}')
    symlinkSync(real, path)
    await createFileSettings(path).change({ ...at('global'), value: true })
    expect(JSON.parse(readFileSync(real, 'utf8'))).toEqual({ MeetingUxEnableTelemetry: { global: true } })
  })

  test('loses no change of many at once', async () => {
    const scopes = Array.from({ length: 20 }, (_, site) => `site:s${site}`)
    await Promise.all(scopes.map((scope) => createFileSettings(path).change({ ...at(scope), value: true })))
    const expected = Object.fromEntries(scopes.map((scope) => [scope, true]))
    expect(kept()).toEqual({ MeetingUxEnableTelemetry: expected })
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })
})

describe('a file that cannot be used', () => {
  test.each([
    '{"a":',
    '[]',
    '"text"',
    'null',
    '',
    '{"MeetingUxEnableTelemetry": 5}',
    '{"MeetingUxEnableTelemetry": []}',
  ])('is refused and left as it is: %j', async (text) => {
    writeFileSync(path, text)
    const change = createFileSettings(path).change({ ...at('global'), value: true })
    await expect(change).rejects.toMatchObject({
      fault: { code: 'CANDOR_SETTINGS_FILE_UNUSABLE', exitCode: 1 },
    })
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  test('is a folder, or in a folder that is not there', async () => {
    for (const unusable of [folder, join(folder, 'nowhere', 'settings.json')]) {
      const change = createFileSettings(unusable).change({ ...at('global'), value: true })
      await expect(change).rejects.toMatchObject({ fault: { code: 'CANDOR_SETTINGS_FILE_UNUSABLE' } })
    }
  })

  test('is listed with what is malformed in it', async () => {
    writeFileSync(path, '{"MeetingUxEnableTelemetry": {"global": "yes"}, "DisableAutomaticSendTracing": 5}')
    expect(await createFileSettings(path).list()).toEqual([
      { ...at('global'), value: 'yes' },
      { organisation: '', control: 'DisableAutomaticSendTracing', scope: '*', value: 5 },
    ])
  })
})
