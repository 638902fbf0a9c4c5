import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copySpool } from './copy-spool.js'

test('is made again where an epoch began under it, until none did', async ({ onTestFinished }) => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-copy-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  let epochs = 1
  let noted = 0
  const copies: { readonly found: readonly string[]; readonly noted: number }[] = []
  const spool = {
    copy: async (to: string) => {
      copies.push({ found: readdirSync(to), noted })
      writeFileSync(join(to, 'data.mdb'), '')
      epochs = Math.min(epochs + 1, 3)
    },
  }
  const noteEpochs = async (): Promise<number> => {
    noted = epochs
    return noted
  }
  await copySpool({ spool, noteEpochs }, join(folder, 'spool'))
  expect(copies).toEqual([1, 2, 3].map((number) => ({ found: [], noted: number })))
})
