import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { createContext, runInContext } from 'node:vm'

import { expect, test } from 'vitest'

import { buildProgram } from '../testing/build-program.js'

test('it needs nothing but the language: no Node, no browser, no test runner', async () => {
  const program = await buildProgram(new URL('bare-program.ts', import.meta.url))
  try {
    const code = (await readFile(program.path, 'utf8')).replace('export {};', '')
    expect(/^(?:import|export) .*/m.exec(code)).toBeNull()
    const context = createContext({})
    expect(runInContext('typeof process + typeof fetch + typeof crypto + typeof setTimeout', context)).toBe(
      'undefined'.repeat(4),
    )
    runInContext(code, context)
    expect(context['told']).toBe('{"IMSent":1} {}')
  } finally {
    await program.remove()
  }
})

test('a test of node:test passes, fails with what differs, and ends by itself', async () => {
  const program = await buildProgram(new URL('node-test-program.ts', import.meta.url))
  try {
    const child = spawn(process.execPath, ['--test-reporter=tap', program.path], {
      env: { ...process.env, NODE_TEST_CONTEXT: '' },
    })
    const [output] = await Promise.all([text(child.stdout), once(child, 'exit')])
    expect(output).toContain('ok 1 - counts a message')
    expect(output).toContain('not ok 2 - expects too much')
    expect(output).toContain('IMSent')
  } finally {
    await program.remove()
  }
})
