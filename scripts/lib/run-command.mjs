import { spawn } from 'node:child_process'

import { ROOT } from './root.mjs'

/**
 * @typedef {object} CommandOptions
 * @property {'live' | 'kept' | 'both'} [output] live: straight to the terminal (default); kept: only in the
 *   result; both: shown as it comes and kept.
 * @property {string} [cwd] default: the repository
 * @property {NodeJS.ProcessEnv} [env] added to the environment of this process
 * @property {AbortSignal} [signal] ends the command
 */

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 128 + the signal's number when a signal ended it, 127 when it did not start
 * @property {string} text what it wrote, in order; empty for live output
 */

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

/**
 * The exit code a shell would report for a child's end.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCodeOf(code, signal) {
  if (code !== null) return code
  return 128 + (SIGNAL_NUMBERS[/** @type {keyof typeof SIGNAL_NUMBERS} */ (signal)] ?? 0)
}

/**
 * Runs a command without a shell and waits for its end. Never rejects.
 *
 * @param {readonly string[]} command the program, then its arguments
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, options = {}) {
  const { output = 'live', cwd = ROOT, env = {}, signal } = options
  const [program = '', ...args] = command
  const stdio = output === 'live' ? 'inherit' : 'pipe'
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdio, stdio],
    ...(signal === undefined ? {} : { signal }),
  })
  /** @type {string[]} */
  const pieces = []
  collect(child.stdout, process.stdout)
  collect(child.stderr, process.stderr)
  return new Promise((resolve) => {
    child.on('error', (error) => {
      pieces.push(`${error.message}\n`)
      if (child.pid === undefined) resolve({ code: 127, text: pieces.join('') })
    })
    child.on('close', (code, endSignal) => {
      resolve({ code: exitCodeOf(code, endSignal), text: pieces.join('') })
    })
  })

  /**
   * @param {import('node:stream').Readable | null} from
   * @param {NodeJS.WriteStream} screen
   */
  function collect(from, screen) {
    from?.setEncoding('utf8').on('data', (/** @type {string} */ piece) => {
      pieces.push(piece)
      if (output === 'both') screen.write(piece)
    })
  }
}
