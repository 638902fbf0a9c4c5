import { spawn } from 'node:child_process'

import { ROOT } from './root.mjs'
import { exitCodeOf } from './run-command.mjs'

const FORWARDED_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** A terminal and npm both pass one Ctrl-C on; within this time it counts once. */
const SAME_SIGNAL_MILLIS = 500

/**
 * Decides which signals a server still has to be told of. A Ctrl-C at a terminal reaches it without help.
 *
 * @param {'terminal' | 'none'} keyboard
 * @returns {(signal: NodeJS.Signals, nowMs: number) => boolean}
 */
export function createSignalFilter(keyboard) {
  let lastMs = -Infinity
  return (signal, nowMs) => {
    const isRepeated = nowMs - lastMs <= SAME_SIGNAL_MILLIS
    lastMs = nowMs
    return !isRepeated && !(keyboard === 'terminal' && signal === 'SIGINT')
  }
}

/**
 * Runs a Node program in the foreground until it ends, and passes on the signals that ask it to.
 *
 * @param {readonly string[]} args the program's path and its arguments
 * @param {string} [cwd] default: the repository
 * @returns {Promise<number>} its exit code
 */
export function runServer(args, cwd = ROOT) {
  const child = spawn(process.execPath, args, { cwd, stdio: 'inherit' })
  const mustPass = createSignalFilter(process.stdin.isTTY ? 'terminal' : 'none')
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    if (mustPass(signal, performance.now())) child.kill(signal)
  }
  for (const signal of FORWARDED_SIGNALS) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const each of FORWARDED_SIGNALS) process.off(each, pass)
      resolve(exitCodeOf(code, signal))
    })
  })
}
