import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../packages/cli/dist/bin.js', import.meta.url))

/** A command that was started. */
export interface Run {
  readonly child: ChildProcess
  readonly written: () => string
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<unknown>
}

/** Variables of the environment. */
export type Variables = Readonly<Record<string, string>>

/** Waits until the process has written something that fits, and gives the first group of it. */
export const writes = async ({ child, written, ended }: Run, pattern: RegExp): Promise<string> => {
  for (;;) {
    const found = pattern.exec(written())
    if (found !== null) return found[1] ?? found[0]
    const over = await Promise.race([
      ended.then(() => 'ended'),
      once(child.stdout ?? child, 'data'),
      once(child.stderr ?? child, 'data'),
    ])
    if (over === 'ended' && !pattern.test(written())) throw new Error(`it ended with: ${written()}`)
  }
}

/** Makes a place where commands run, with a data folder of their own; `end` ends those that are left. */
export const openCommandWorld = () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-command-'))
  const started: ChildProcess[] = []
  const run = (words: readonly string[], env: Variables = {}): Run => {
    const child = spawn(process.execPath, [BIN, ...words], {
      env: { ...process.env, PORT: '0', CANDOR_DATA: join(folder, 'data'), CANDOR_KEY: 'demo', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    started.push(child)
    const parts: string[] = []
    const keep = (part: Buffer): void => void parts.push(part.toString('utf8'))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const ended = once(child, 'close').then(([code, signal]: readonly unknown[]) => code ?? signal)
    return { child, written: () => parts.join(''), ended }
  }
  const serve = async (words: readonly string[], env: Variables = {}) => {
    const service = run(['serve', ...words], env)
    return { ...service, url: await writes(service, /^Candor serves at (https?:\S+)$/m) }
  }
  const end = (): void => {
    for (const child of started)
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, run, serve, end }
}
