import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runLine } from '../testing/run-line.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-admx-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('writes the templates and names each file', async () => {
  const { exitCode, out } = await runLine(['policy', 'admx', '--out', folder])
  expect(exitCode).toBe(0)
  const files = out.trim().split('\n')
  expect(files).toHaveLength(3)
  expect(readFileSync(files.find((file) => file.endsWith('.admx')) ?? '', 'utf8')).toContain(
    String.raw`SOFTWARE\Policies\Microsoft\Office\16.0\Lync`,
  )
  for (const culture of ['en-US', 'es-ES']) expect(out).toContain(`${culture}/`)
})
