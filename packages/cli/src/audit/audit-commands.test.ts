import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService, type Service } from '@candor/server'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runLine } from '../testing/run-line.js'

let folder = ''
let service: Service
/** The log as it was left, without a running service. */
let whole = ''
/** The head that was kept then. */
let kept = ''

const products = [{ practices: skypeTeams, keys: ['demo'] }]
const env = () => ({ CANDOR_URL: service.url, CANDOR_DATA: join(folder, 'data'), LANG: 'C' })
const run = (...words: readonly string[]) => runLine(words, { env: env() })
const start = () => createService({ dataFolder: join(folder, 'data'), port: 0, products })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-audit-commands-'))
  service = await start()
  for (const value of ['true', 'false', 'true', 'false'])
    await run('policy', 'set', 'MeetingUxEnableTelemetry', value)
  kept = (await run('audit-log', 'head')).out.trim()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

/** Changes what is kept behind the log's back. */
const tamper = (file: string, ...statements: readonly string[]): void => {
  const database = new Database(file)
  for (const statement of statements) database.exec(statement)
  database.close()
}

describe('candor audit-log at a running service', () => {
  const at = (...words: readonly string[]) => run('audit-log', ...words)

  test('prints the head, and finds the log whole up to it', async () => {
    expect(kept).toMatch(/^\d+:[0-9a-f]{64}$/)
    expect(await at('verify', '--head', kept)).toEqual({
      exitCode: 0,
      err: '',
      out: `The audit log is whole: ${kept.split(':')[0]} entries, head ${kept}\n`,
    })
    expect((await at('verify', '--lang', 'es')).out).toContain('está íntegro')
    expect(JSON.parse((await at('verify', '--json')).out)).toMatchObject({ kind: 'intact' })
  })

  test('finds what is altered while it runs', async () => {
    const file = join(folder, 'data', 'control-plane.db')
    await service.close()
    // What stands in the write-ahead log is no part of a copy.
    tamper(file, 'pragma wal_checkpoint(truncate)')
    copyFileSync(file, (whole = join(folder, 'whole.db')))
    service = await start()
    expect((await at('verify')).exitCode).toBe(0)
    tamper(file, `update audit_log set target = 'another' where sequence = 2`)
    expect(await at('verify')).toMatchObject({ exitCode: 1, out: '' })
    expect((await at('verify')).err).toContain('CANDOR_AUDIT_LOG_BROKEN')
    await service.close()
  })
})

describe('candor audit-log verify --file', () => {
  const verify = (...words: readonly string[]) => run('audit-log', 'verify', ...words)

  const copy = (name: string, ...statements: readonly string[]): string => {
    const file = join(folder, `${name}.db`)
    copyFileSync(whole, file)
    tamper(file, ...statements)
    return file
  }
  const newest = `(select max(sequence) from audit_log)`

  test('finds a log whole, with the head that was kept', async () => {
    const answer = await verify('--file', copy('intact'), '--head', kept)
    expect(answer).toMatchObject({ exitCode: 0, err: '' })
    expect(answer.out).toContain(`head ${kept}`)
  })

  test.each([
    ['altered', 3, [`update audit_log set after_json = '{}' where sequence = 3`]],
    ['missing', 2, ['delete from audit_log where sequence = 2']],
    [
      'reordered',
      2,
      [
        'update audit_log set sequence = 1000 where sequence = 2',
        'update audit_log set sequence = 2 where sequence = 3',
        'update audit_log set sequence = 3 where sequence = 1000',
      ],
    ],
  ])('finds what was %s, at entry %i, and ends with 1', async (fault, entry, statements) => {
    const file = copy(fault, ...statements)
    const { exitCode, out, err } = await verify('--file', file)
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
    expect(err).toContain(`entry: ${entry}; fault: ${fault}`)
    expect(JSON.parse((await verify('--file', file, '--json')).err)).toMatchObject({
      code: 'CANDOR_AUDIT_LOG_BROKEN',
      exitCode: 1,
    })
  })

  test('finds what was cut off by the counter, and by a kept head where that was set back', async () => {
    const cut = copy('truncated', `delete from audit_log where sequence = ${newest}`)
    expect((await verify('--file', cut)).err).toContain('fault: truncated')
    tamper(cut, `update revisions set value = value - 1 where name = 'audit'`)
    expect((await verify('--file', cut)).exitCode).toBe(0)
    const found = await verify('--file', cut, '--head', kept)
    expect(found.exitCode).toBe(1)
    expect(found.err).toContain('fault: truncated')
  })

  test('a head that is none, and a file that is not there, are refused', async () => {
    expect((await verify('--file', whole, '--head', '7')).err).toContain('CANDOR_QUERY_REFUSED')
    const missing = await verify('--file', join(folder, 'none.db'))
    expect(missing.exitCode).toBe(1)
    expect(missing.err).toContain('CANDOR_NOT_FOUND')
  })
})
