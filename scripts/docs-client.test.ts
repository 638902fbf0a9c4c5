import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { readExamples, writeExamples } from './lib/docs-examples.mjs'
import { ROOT } from './lib/root.mjs'
import { runCommand } from './lib/run-command.mjs'
import { withTemporaryFolder } from './lib/temporary-folder.mjs'
import { toolCommand } from './lib/tool-command.mjs'

const TIMEOUT_MILLIS = 120_000

/** As much of Electron as the examples use, which is not installed here. */
const ELECTRON = `
declare module 'electron' {
  export const app: { getPath(name: 'userData'): string; getName(): string; getVersion(): string }
  export const ipcMain: { on(channel: string, listener: (event: object, ...values: never[]) => void): void }
  export const ipcRenderer: { send(channel: string, ...values: readonly unknown[]): void }
  export const contextBridge: { exposeInMainWorld(name: string, api: object): void }
}
`

const TSCONFIG = {
  extends: join(ROOT, 'tsconfig.base.json'),
  compilerOptions: {
    composite: false,
    declaration: false,
    declarationMap: false,
    noEmit: true,
    noUnusedLocals: false,
    jsx: 'react-jsx',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: ['node'],
    customConditions: ['candor-source'],
  },
  include: ['*.ts', '*.tsx'],
}

/** What would be wrong, to show that types are checked at all. */
const WRONG = { name: 'wrong.ts', text: "import './every-app.js'\nexport const wrong: string = 1\n" }

const typeCheck = () =>
  withTemporaryFolder('docs-client', async (folder) => {
    const examples = readExamples('docs/client.md').filter(({ name }) => !name.endsWith('.html'))
    writeExamples(folder, [...examples, WRONG])
    writeFileSync(join(folder, 'electron.d.ts'), ELECTRON)
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG))
    const command = [...toolCommand('typescript', 'tsc'), '--pretty', 'false', '-p', folder]
    const { text } = await runCommand(command, { output: 'kept' })
    return text.trim().split('\n')
  })

test('the examples of docs/client.md are those of each place an app runs in', () => {
  const names = readExamples('docs/client.md').map(({ name }) => name)
  for (const name of ['quick-start.ts', 'main.tsx', 'page.html', 'preload.ts', 'service.ts', 'tool.ts'])
    expect(names).toContain(name)
})

test('the examples of docs/client.md have no type errors', { timeout: TIMEOUT_MILLIS }, async () => {
  const faults = await typeCheck()
  expect(faults).toEqual([expect.stringContaining('wrong.ts(2,14): error TS2322')])
})
