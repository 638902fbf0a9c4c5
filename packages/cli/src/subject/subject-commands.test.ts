import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Receipt } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService, type Service } from '@candor/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runLine, type LineAnswer } from '../testing/run-line.js'

const USER = 'amosmarble'

let folder = ''
let service: Service

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-subject-commands-'))
  const products = [{ practices: skypeTeams, keys: ['demo'] }]
  service = await createService({ dataFolder: folder, port: 0, products })
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const run = (words: readonly string[], input = ''): Promise<LineAnswer> =>
  runLine(words, { env: { CANDOR_URL: service.url, CANDOR_DATA: folder, LANG: 'C' }, input })

const sendError = async (user: string): Promise<void> => {
  const at = new Date().toISOString()
  const reports = [{ id: randomUUID(), from: at, to: at, data: { UserID: user, ErrorCode: '0x80070005' } }]
  const body = JSON.stringify({ v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports })
  const answer = await fetch(`${service.url}/v1/errors?key=demo`, { method: 'POST', body })
  expect(await answer.json()).toMatchObject({ accepted: 1 })
}

describe('access', () => {
  test('shows what is held, the id read from standard input', async () => {
    await sendError(USER)
    const { out, err, exitCode } = await run(['subject', 'access', '--user'], `${USER}\n`)
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 })
    expect(out).toContain('Error reporting: 1 report')
    expect(out).toContain('0x80070005')
    expect(out).toContain('Usage holds no user')
    expect(out).not.toContain(USER)
  })

  test('warns of an id on the command line, and answers JSON in Spanish', async () => {
    const { out, err } = await run(['subject', 'access', '--user', USER, '--json', '--lang', 'es'])
    expect(err).toContain('historial')
    expect(JSON.parse(out)).toMatchObject({ lanes: { error: { rows: [{ ErrorCode: '0x80070005' }] } } })
    expect(out).toContain('El uso no contiene usuarios')
  })

  test.each([
    [['subject', 'access'], ''],
    [['subject', 'access', '--user'], '\n'],
    [['subject', 'erase', '--device', 'none'], ''],
    [['subject', 'erase', '--user', '--device', randomUUID()], ''],
  ])('%j is refused', async (words, input) => {
    expect(await run(words, input)).toMatchObject({ exitCode: 2, out: '' })
  })
})

describe('erasure', () => {
  test('erases, and gives receipts that verify offline and do not once they are changed', async () => {
    await sendError('carmenaguilar')
    const receipts = join(folder, 'receipts')
    const { out, exitCode } = await run(
      ['subject', 'erase', '--user', '--receipts', receipts],
      'CarmenAguilar\n',
    )
    expect(exitCode).toBe(0)
    expect(out).toContain('Error reporting: 1 report erased, 0 remain')
    const { publicKey } = (await (await fetch(`${service.url}/v1/receipt-key`)).json()) as {
      publicKey: string
    }
    const files = readdirSync(receipts).map((name) => join(receipts, name))
    expect(files).toHaveLength(2)
    for (const file of files) {
      const verified = await run(['receipt', 'verify', file, '--key', publicKey])
      expect(verified).toMatchObject({ exitCode: 0, err: '' })
      expect(verified.out).toContain('The receipt is genuine')
      expect(verified.out).toContain('exports and backups')
      const receipt = JSON.parse(readFileSync(file, 'utf8')) as Receipt
      writeFileSync(file, JSON.stringify({ ...receipt, erased: 99 }))
      const changed = await run(['receipt', 'verify', file, '--key', publicKey, '--lang', 'es'])
      expect(changed).toMatchObject({ exitCode: 1, out: '' })
      expect(changed.err).toContain('CANDOR_RECEIPT_REFUSED: La firma no corresponde')
    }
    const left = await run(['subject', 'access', '--user', '--json'], 'carmenaguilar')
    expect(JSON.parse(left.out)).toMatchObject({ lanes: { error: { rows: [] }, census: { rows: [] } } })
  })

  test('a file that is no JSON is refused', async () => {
    expect(await run(['receipt', 'verify', join(folder, 'none'), '--key', 'x'])).toMatchObject({
      exitCode: 2,
    })
  })
})
