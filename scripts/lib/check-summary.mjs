import { stripVTControlCharacters } from 'node:util'

/** @typedef {import('./run-checks.mjs').CheckResult} CheckResult */

const CLOSING_LINE = /^ *(Test Files|Tests) +\d/

/**
 * The table at the end of `npm test`: a line a check, and under it the counts of the tests.
 *
 * @param {readonly CheckResult[]} results
 */
export function summarise(results) {
  const width = Math.max(...results.map(({ check }) => check.name.length))
  const lines = results.flatMap(({ check, outcome, seconds, text }) => {
    const time = outcome === 'not run' ? '' : `${seconds.toFixed(1).padStart(7)} s`
    return [
      `${check.name.padEnd(width)}  ${outcome.padEnd(7)} ${time}`.trimEnd(),
      ...closingLines(text).map((line) => `${' '.repeat(width)}  ${line}`),
    ]
  })
  return lines.join('\n')
}

/** @param {string} text */
function closingLines(text) {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => CLOSING_LINE.test(line))
    .map((line) => line.trim())
}
