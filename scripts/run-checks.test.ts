import { expect, test, vi } from 'vitest'

import { summarise } from './lib/check-summary.mjs'
import { CHECKS, chooseChecks, type Check } from './lib/checks.mjs'
import { runChecks } from './lib/run-checks.mjs'

vi.spyOn(console, 'log').mockReturnValue()

const NEVER = new AbortController().signal

function check(name: string, runs: Check['runs'], program: string): Check {
  return { name, title: name, runs, needs: 'sources', command: () => [process.execPath, '-e', program] }
}

async function outcomes(checks: readonly Check[], signal = NEVER): Promise<Record<string, string>> {
  const results = await runChecks(checks, {}, signal)
  return Object.fromEntries(results.map((result) => [result.check.name, result.outcome]))
}

test('runs every check and keeps what each wrote apart', async () => {
  const checks = [
    check('one', 'paired', `console.log('first')`),
    check('two', 'paired', `console.error('second')`),
    check('three', 'alone', ''),
  ]
  const results = await runChecks(checks, {}, NEVER)
  expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed'])
  expect(results.map(({ text }) => text)).toEqual(['first\n', 'second\n', ''])
})

test('stops at the first failure', async () => {
  const checks = [
    check('bad', 'paired', 'process.exit(3)'),
    check('slow', 'paired', 'setTimeout(() => {}, 60_000)'),
    check('next', 'paired', ''),
    check('unit', 'alone', ''),
  ]
  expect(await outcomes(checks)).toEqual({ bad: 'failed', slow: 'not run', next: 'not run', unit: 'not run' })
})

test('fails a check whose program cannot be started', async () => {
  const missing: Check = { ...check('missing', 'paired', ''), command: () => ['/nowhere/program'] }
  expect(await outcomes([missing])).toEqual({ missing: 'failed' })
})

test('fails a check that a signal ended', async () => {
  expect(await outcomes([check('ended', 'paired', `process.kill(process.pid, 'SIGKILL')`)])).toEqual({
    ended: 'failed',
  })
})

test('runs nothing more after an interruption', async () => {
  expect(await outcomes([check('one', 'paired', '')], AbortSignal.abort())).toEqual({ one: 'not run' })
})

test('chooses the named checks in their own order', () => {
  const names = chooseChecks(['--only', 'unit,lint']).map(({ name }) => name)
  expect(names).toEqual(['lint', 'unit'])
  expect(chooseChecks(['--only=e2e']).map(({ name }) => name)).toEqual(['e2e'])
  expect(chooseChecks([])).toBe(CHECKS)
})

test.each([[['--only', 'nonsense']], [['--only']], [['--skip', 'lint']], [['--only', 'lint', 'unit']]])(
  'refuses %j',
  (args) => {
    expect(() => chooseChecks(args)).toThrow('usage: npm test -- --only')
  },
)

test('the summary repeats the counts of the tests', () => {
  const text =
    '\u001B[2m Test Files \u001B[22m 3 passed (3)\n      Tests  41 passed (41)\n   Start at  10:00:00\n'
  const unit = check('unit', 'alone', '')
  expect(
    summarise([
      { check: unit, outcome: 'passed', seconds: 12.34, text },
      { check: check('e2e', 'alone', ''), outcome: 'not run', seconds: 0, text: '' },
    ]).split('\n'),
  ).toEqual([
    'unit  passed     12.3 s',
    '      Test Files  3 passed (3)',
    '      Tests  41 passed (41)',
    'e2e   not run',
  ])
})
