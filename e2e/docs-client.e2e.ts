import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readExamples, writeExamples } from '../scripts/lib/docs-examples.mjs'
import { runCommand } from '../scripts/lib/run-command.mjs'
import { toolCommand } from '../scripts/lib/tool-command.mjs'
import { startBrowser } from './browser.js'
import { startDocsService, type DocsService } from './docs-service.js'

/** The examples of docs/client.md, run as they stand but for the address, the place and the intervals. */
let folder = ''
let service: DocsService
let child: ChildProcess | undefined

const INTERVALS = 'intervalMillis: { census: 300, usage: 300, error: 300 },'

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-docs-'))
  service = await startDocsService()
  const own = (example: string): string =>
    example
      .replaceAll(/https:\/\/telemetry\.contoso\.com|http:\/\/127\.0\.0\.1:8787/g, service.endpoint)
      .replace('practices: skypeTeams,', `practices: skypeTeams, ${INTERVALS}`)
      .replace('server.listen(8080)', "server.listen(0, () => console.log('port', server.address()?.port))")
  const examples = readExamples('docs/client.md').map((example) => ({ ...example, text: own(example.text) }))
  writeExamples(folder, examples)
})

afterEach(async () => {
  child?.kill('SIGKILL')
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Removes the types, as a build would. */
const compile = async (name: string): Promise<string> => {
  const input = join(folder, `${name}.ts`)
  const output = { entryFileNames: '[name].mjs' }
  const external = (id: string): boolean => !id.startsWith('.') && id !== input
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { ssr: true, outDir: folder, emptyOutDir: false, rolldownOptions: { input, output, external } },
  })
  return join(folder, `${name}.mjs`)
}

const run = async (name: string): Promise<ChildProcess> => {
  const path = await compile(name)
  child = spawn(process.execPath, [path], {
    cwd: folder,
    env: { ...process.env, HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return child
}

/** Runs a program to its own end. */
const runToEnd = async (name: string): Promise<string> => {
  const program = await run(name)
  const [output] = await Promise.all([text(program.stdout ?? process.stdin), once(program, 'close')])
  expect(program.exitCode).toBe(0)
  return output
}

test('the quick start sends one message', async () => {
  await runToEnd('quick-start')
  expect(service.total('usage', 'IMSent')).toBe(1)
  expect(service.faults).toEqual([])
})

test('the tool exits at once and sends nothing; a later start sends what it counted', async () => {
  expect(await runToEnd('tool')).toBe('done\n')
  expect(service.reports('usage')).toEqual([])
  await wait(400)
  expect(await runToEnd('tool')).toBe('done\n')
  expect(service.total('usage', 'FeatureUse')).toBe(2)
  expect(service.faults).toEqual([])
})

test('the tool exits within seconds where the service does not answer, and loses nothing', async () => {
  service.setAnswering('never')
  await runToEnd('tool')
  await wait(400)
  const startMillis = Date.now()
  await runToEnd('tool')
  expect(Date.now() - startMillis).toBeLessThan(10_000)
  service.setAnswering('always')
  await runToEnd('tool')
  expect(service.total('usage', 'FeatureUse')).toBe(3)
})

test('the service counts while it runs, and sends the rest when it is asked to end', async () => {
  const program = await run('service')
  const [line] = (await once(program.stdout ?? process.stdin, 'data')) as [Buffer]
  const port = String(line).trim().split(' ').at(-1)
  for (let at = 0; at < 3; at += 1)
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('welcome')
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(service.total('usage', 'MeetingJoinAttempts')).toBe(3)
  expect(service.total('usage', 'Sessions')).toBe(1)
  // One may have left before the name was known.
  const named = service.reports('census').filter(({ AppName }) => AppName === 'Contoso Rooms')
  expect(named).not.toEqual([])
  expect(service.faults).toEqual([])
})

test('the plain page shows the options and sends what it collects', async () => {
  service.serve(folder)
  const browser = await startBrowser()
  try {
    const page = await browser.newPage()
    const errors: Error[] = []
    page.on('pageerror', (error) => void errors.push(error))
    await page.goto(`${service.endpoint}/page.html`)
    await vi.waitFor(() => expect(errors).toEqual([]))
    await page.getByRole('heading', { name: 'Error reporting' }).waitFor()
    await vi.waitFor(() => expect(service.total('usage', 'Sessions')).toBe(1), 10_000)
    const named: unknown = expect.objectContaining({ AppName: 'Contoso Desk' })
    await vi.waitFor(() => expect(service.reports('census')).toContainEqual(named), 10_000)
    expect([errors, service.faults]).toEqual([[], []])
  } finally {
    await browser.close()
  }
})

test('the test of the app passes, and opens no socket to anything', async () => {
  const { code, text: told } = await runCommand([...toolCommand('vitest'), 'run', '--root', folder], {
    output: 'kept',
    cwd: folder,
  })
  expect([code, told]).toEqual([0, expect.stringContaining('1 passed')])
  expect(service.faults).toEqual([])
})
