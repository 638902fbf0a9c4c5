import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { doAudited, verifyAuditOf } from '@candor/server/audit-log'
import { openFileKeySource } from '@candor/server/key-source'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runLine, type LineAnswer } from '../testing/run-line.js'

const NOW = Date.parse('2026-11-22T12:00:00Z')

let folder = ''
let path = ''

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-keyring-'))
  path = join(folder, 'keyring.json')
  const keys = await openFileKeySource({ path, whenMissing: 'create', nowMillis: NOW })
  keys.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (words: readonly string[], input = ''): Promise<LineAnswer> =>
  runLine(['keyring', ...words], { env: { CANDOR_DATA: folder, LANG: 'C' }, input })

const secretsIn = (text: string): readonly string[] => [...text.matchAll(/[A-Za-z0-9+/]{43}=/g)].map(String)

test('lists the epochs without their keys', async () => {
  const { out, exitCode } = await run(['list'])
  expect(exitCode).toBe(0)
  expect(out).toContain('1      current  2026-11-22T12:00:00.000Z  -')
  expect((await run(['list', '--lang', 'es'])).out).toContain('actual')
})

test('rotates and destroys; nothing that it writes is a key', async () => {
  const secrets = secretsIn(readFileSync(path, 'utf8'))
  expect(secrets).toHaveLength(2)
  const answers = [
    await run(['rotate']),
    await run(['list', '--json']),
    await run(['destroy', '1'], 'y\n'),
    await run(['list', '--json']),
  ]
  expect(answers.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0])
  expect(JSON.parse(answers[1]?.out ?? '')).toMatchObject([
    { epoch: 1, state: 'living' },
    { epoch: 2, state: 'current' },
  ])
  expect(JSON.parse(answers[3]?.out ?? '')).toMatchObject([{ epoch: 1, state: 'destroyed' }, { epoch: 2 }])
  const written = answers.map(({ out, err }) => out + err).join('\n')
  for (const secret of [...secrets, ...secretsIn(readFileSync(path, 'utf8'))])
    expect(written).not.toContain(secret)
})

test('asks before it destroys, and leaves all as it was without a yes', async () => {
  await run(['rotate'])
  const text = readFileSync(path, 'utf8')
  const { exitCode, err } = await run(['destroy', '1'], 'n\n')
  expect(exitCode).toBe(1)
  expect(err).toContain('CANDOR_CHANGE_DECLINED')
  expect(readFileSync(path, 'utf8')).toBe(text)
  expect((await run(['destroy', '1', '--yes'])).exitCode).toBe(0)
})

test.each([
  [['destroy', '1', '--yes'], 1, 'CANDOR_EPOCH_REFUSED'],
  [['destroy', '7', '--yes'], 1, 'CANDOR_EPOCH_REFUSED'],
  [['destroy', 'all'], 2, 'CANDOR_COMMAND_REFUSED'],
])('refuses %j', async (words, exitCode, code) => {
  const answer = await run(words)
  expect(answer).toMatchObject({ exitCode, out: '' })
  expect(answer.err).toContain(code)
})

test('a keyring that others may read is refused, and so is one that is not there', async () => {
  chmodSync(path, 0o644)
  expect((await run(['rotate'])).err).toContain('others may read it')
  expect((await run(['list', '--file', join(folder, 'none.json')])).err).toContain('missing')
})

test('a change is in the audit log; where that cannot be written, nothing changes', async () => {
  const control = join(folder, 'control-plane.db')
  const none = { kind: 'intact', entries: 0 }
  expect((await run(['rotate'])).err).toContain('no audit log')
  await doAudited(control, NOW, async () => {
    throw new Error('left out')
  }).catch(() => undefined)
  expect(await verifyAuditOf(control)).toMatchObject(none)

  expect(await run(['rotate'])).toMatchObject({ exitCode: 0, err: '' })
  expect((await run(['destroy', '7', '--yes'])).exitCode).toBe(1)
  expect(await verifyAuditOf(control)).toMatchObject({ kind: 'intact', entries: 1 })
  expect((await run(['destroy', '1', '--yes', '--control', control])).exitCode).toBe(0)
  expect(await verifyAuditOf(control)).toMatchObject({ kind: 'intact', entries: 2 })

  const text = readFileSync(path, 'utf8')
  const away = 'postgres://candor@127.0.0.1:1/none'
  const refused = await run(['rotate', '--control', away])
  expect(refused).toMatchObject({ exitCode: 1, out: '' })
  expect(refused.err).toContain('CANDOR_CONTROL_PLANE_AWAY')
  expect(readFileSync(path, 'utf8')).toBe(text)
})
