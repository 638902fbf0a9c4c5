import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../packages/cli/dist/bin.js', import.meta.url))

/** A real `candor` process with a data folder of its own. */
export interface CandorProcess {
  readonly url: string
  readonly dataFolder: string
  readonly child: ChildProcess
  /** What it wrote to standard output and standard error so far. */
  readonly written: () => string
  /** Ends it as a person would (SIGTERM), and removes its data. */
  stop(): Promise<void>
}

const addressOf = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error('the process has no standard output')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Candor serves at (http:\S+)$/.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new Error(`the process ended with ${child.exitCode} before it served`)
}

/** What a process may not exceed. */
export interface Bounds {
  /** Blocks of 512 bytes that each file may have (`ulimit -f` of a POSIX shell). */
  readonly fileBlocks?: number
}

/** The command, started by a shell that sets the bounds and is replaced by it. */
const commandLine = ({ fileBlocks }: Bounds): readonly [string, readonly string[]] =>
  fileBlocks === undefined
    ? [process.execPath, [BIN, 'demo']]
    : ['/bin/sh', ['-c', `ulimit -f ${fileBlocks}; exec "$0" "$@"`, process.execPath, BIN, 'demo']]

/** Starts `candor demo` on a free port, with an empty data folder unless CANDOR_DATA names one. */
export const startCandor = async (
  environment: Readonly<Record<string, string>> = {},
  bounds: Bounds = {},
): Promise<CandorProcess> => {
  const dataFolder = environment['CANDOR_DATA'] ?? mkdtempSync(join(tmpdir(), 'candor-e2e-'))
  const env = { ...process.env, PORT: '0', CANDOR_DATA: dataFolder, CANDOR_FLEET: '0', ...environment }
  const child = spawn(...commandLine(bounds), { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const parts: Buffer[] = []
  const keep = (part: Buffer): void => void parts.push(part)
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  child.stderr.pipe(process.stderr, { end: false })
  const url = await addressOf(child)
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { url, dataFolder, child, written: () => Buffer.concat(parts).toString('utf8'), stop }
}

/** Runs a `candor` command to its end, and gives what it wrote to standard output. */
export const runCandor = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> => {
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part))
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`candor ${args.join(' ')} ended with ${code}`)
  return text
}
