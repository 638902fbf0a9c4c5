import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import { nodeSources } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'candor-sources-'))
const node = (script: string) => nodeSources.run(process.execPath, ['-e', script])

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a program', () => {
  test('ends with its code and its output, a character a byte', async () => {
    expect(await node('process.stdout.write(Buffer.from([0x81, 0x0d, 0x0a]))')).toEqual({
      exitCode: 0,
      output: '\u0081\r\n',
    })
    expect(await node('process.stdout.write("x"); process.exitCode = 1')).toEqual({
      exitCode: 1,
      output: 'x',
    })
  })

  test('is given its arguments without a shell', async () => {
    const { output } = await nodeSources.run(process.execPath, ['-p', 'process.argv[1]', '$HOME "a b"; `id`'])
    expect(output.trim()).toBe('$HOME "a b"; `id`')
  })

  test('rejects where it is absent, or writes too much', async () => {
    await expect(nodeSources.run(join(folder, 'reg.exe'), [])).rejects.toThrow('ENOENT')
    await expect(node('process.stdout.write("x".repeat(2 ** 21))')).rejects.toThrow('maxBuffer')
  })
})

test('files are told with their owner, permissions and size', async () => {
  const path = join(folder, 'a.json')
  writeFileSync(path, '{}', { mode: 0o640 })
  symlinkSync(path, join(folder, 'link.json'))
  const { files } = nodeSources
  expect(await files.stat(path)).toEqual({ kind: 'file', ownerId: userInfo().uid, mode: 0o640, sizeBytes: 2 })
  expect(await files.stat(folder)).toMatchObject({ kind: 'folder', mode: 0o700 })
  expect(await files.realPath(join(folder, 'link.json'))).toBe(await files.realPath(path))
  expect(await files.realPath(join(folder, 'absent'))).toBeUndefined()
  expect((await files.list(folder)).toSorted()).toEqual(['a.json', 'link.json'])
  await expect(files.stat(join(folder, 'absent'))).rejects.toThrow('ENOENT')
})

test('the user is who runs this', () => {
  expect(nodeSources.userName()).toBe(userInfo().username)
})
