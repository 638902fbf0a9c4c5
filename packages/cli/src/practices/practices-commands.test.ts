import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { skypeTeams } from '@candor/practices/skype-teams'
import { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Surroundings } from '../surroundings.js'
import { addPracticesCommands } from './practices-commands.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-practices-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = async (...words: readonly string[]) => {
  const stdout = new PassThrough()
  const surroundings = { env: {}, stdout, exitCode: 0 }
  const program = new Command('candor').exitOverride()
  addPracticesCommands(program, surroundings as unknown as Surroundings)
  await program.parseAsync(['node', 'candor', 'practices', ...words])
  return { out: String(stdout.read() ?? ''), exitCode: surroundings.exitCode }
}

const write = (name: string, practices: object): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(practices))
  return path
}

const withGpu = {
  ...skypeTeams,
  version: 2,
  dataTypes: {
    ...skypeTeams.dataTypes,
    error: { ...skypeTeams.dataTypes.error, GpuModel: { kind: 'text', example: 'Iris', since: 2 } },
  },
}

describe('candor practices', () => {
  test('docs writes the document in a language and a format', async () => {
    expect((await run('docs', '--lang', 'es')).out).toContain('Datos de recuento')
    expect((await run('docs', '--format', 'html')).out).toContain('<html lang="en"')
    const json: unknown = JSON.parse((await run('docs', '--format', 'json')).out)
    expect(json).toMatchObject({ product: 'skype-teams', version: 1 })
  })

  test('check finds nothing in the built-in practices, and ends with 1 where it does', async () => {
    expect(await run('check')).toEqual({ out: 'Nothing was found.\n', exitCode: 0 })
    const { usage } = skypeTeams.categories
    const faulty = { ...skypeTeams, categories: { ...skypeTeams.categories, usage: { ...usage, owner: '' } } }
    expect(await run('check', write('faulty.json', faulty))).toEqual({
      out: 'usage: Nobody answers for it. (no-owner)\n',
      exitCode: 1,
    })
  })

  test('diff tells what is new, who controls it, and that consent must be asked again', async () => {
    const { out } = await run('diff', 'skype-teams', write('next.json', withGpu))
    expect(out).toContain('+ error.GpuModel, controlled by')
    expect(out).toContain('ErrorReportingOptIn')
    expect(out).toContain('Consent must be asked again')
  })

  test('review writes a form that is filled in', async () => {
    const { out } = await run('review', 'skype-teams', write('next.json', withGpu))
    expect(out).toContain('# Review of skype-teams@1 to skype-teams@2')
    expect(out).toContain('| `error.GpuModel` | text | Iris |')
  })

  test('a TypeScript module is read too', async () => {
    const path = join(folder, 'practices.ts')
    writeFileSync(path, `export const mine: object = ${JSON.stringify({ ...skypeTeams, product: 'mine' })}\n`)
    expect((await run('docs', path, '--format', 'json')).out).toContain('"product": "mine"')
  })

  test.each(['missing.json', 'empty.json'])('%s is refused with a code', async (name) => {
    if (name === 'empty.json') write(name, {})
    await expect(run('check', join(folder, name))).rejects.toMatchObject({ code: 'CANDOR_PRACTICES_INVALID' })
  })
})
