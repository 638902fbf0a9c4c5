import { runCommand } from './run-command.mjs'

/** @typedef {import('./checks.mjs').Check} Check */
/**
 * @typedef {object} CheckResult
 * @property {Check} check
 * @property {'passed' | 'failed' | 'not run'} outcome
 * @property {number} seconds
 * @property {string} text what it wrote
 */

const PAIR = 2

/**
 * Runs the paired checks two at a time, then the others one by one; the first failure ends it.
 *
 * @param {readonly Check[]} checks
 * @param {NodeJS.ProcessEnv} env added to the environment of each
 * @param {AbortSignal} signal ends all
 * @returns {Promise<CheckResult[]>} in the order of the checks
 */
export async function runChecks(checks, env, signal) {
  /** @type {Map<Check, CheckResult>} */
  const results = new Map()
  const failure = new AbortController()
  const stop = AbortSignal.any([signal, failure.signal])
  /** @param {Check} check */
  const run = async (check) => {
    if (stop.aborted) return
    const result = await runCheck(check, env, stop)
    if (stop.aborted) return
    results.set(check, result)
    if (result.outcome === 'failed') failure.abort()
  }
  const paired = checks.filter(({ runs }) => runs === 'paired')
  const queue = paired.values()
  await Promise.all(Array.from({ length: PAIR }, () => drain(queue, run)))
  for (const check of checks) if (check.runs === 'alone') await run(check)
  return checks.map((check) => results.get(check) ?? { check, outcome: 'not run', seconds: 0, text: '' })
}

/**
 * @param {Iterable<Check>} queue shared: each takes its next from it
 * @param {(check: Check) => Promise<void>} run
 */
async function drain(queue, run) {
  for (const check of queue) await run(check)
}

/**
 * @param {Check} check
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<CheckResult>}
 */
async function runCheck(check, env, signal) {
  const startedMs = performance.now()
  if (check.runs === 'alone') console.log(`\n== ${check.title} ==`)
  const output = check.runs === 'alone' ? 'both' : 'kept'
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
  const { code, text } = await runCommand(check.command(), { output, env: { ...colour, ...env }, signal })
  const seconds = (performance.now() - startedMs) / 1000
  const outcome = code === 0 ? 'passed' : 'failed'
  if (!signal.aborted) {
    if (check.runs === 'paired') console.log(`\n== ${check.title} ==\n${text.trimEnd()}`)
    console.log(`-- ${check.name} ${outcome} in ${seconds.toFixed(1)} s`)
  }
  return { check, outcome, seconds, text }
}
