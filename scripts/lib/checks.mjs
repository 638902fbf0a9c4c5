import { toolCommand } from './tool-command.mjs'

/**
 * @typedef {object} Check
 * @property {string} name what `--only` takes
 * @property {string} title
 * @property {'paired' | 'alone'} runs paired: beside another, its output shown when it ends; alone: measures
 *   time or uses a browser, its output shown as it comes
 * @property {'sources' | 'build' | 'browser'} needs what must be there; a browser comes with a build
 * @property {() => string[]} command
 */

/** @param {string} script */
const ownScript = (script) => () => [process.execPath, `scripts/${script}`]
/** @param {string[]} args */
const vitest = (...args) => [...toolCommand('vitest'), 'run', ...args]

/**
 * Every check of `npm test`, the quick ones first.
 *
 * @type {readonly Check[]}
 */
export const CHECKS = [
  {
    name: 'format',
    title: 'formatting (oxfmt)',
    runs: 'paired',
    needs: 'sources',
    command: () => [...toolCommand('oxfmt'), '--check', '.'],
  },
  {
    name: 'lock',
    title: 'lock file: exact, no hosts, in step with every package.json',
    runs: 'paired',
    needs: 'sources',
    command: ownScript('check-lock.mjs'),
  },
  {
    name: 'lint',
    title: 'lint, with types (oxlint)',
    runs: 'paired',
    needs: 'build',
    command: () => [...toolCommand('oxlint'), '--type-aware', '--deny-warnings'],
  },
  {
    name: 'types',
    title: 'types of the tests and scripts (tsc)',
    runs: 'paired',
    needs: 'build',
    command: () => [...toolCommand('typescript', 'tsc'), '-p', 'tsconfig.test.json'],
  },
  {
    name: 'imports',
    title: 'import directions of the rooms (dependency-cruiser)',
    runs: 'paired',
    needs: 'sources',
    command: ownScript('check-imports.mjs'),
  },
  {
    name: 'knip',
    title: 'unused files, exports and dependencies (knip)',
    runs: 'paired',
    needs: 'build',
    command: () => [...toolCommand('knip'), '--no-progress', '--no-config-hints'],
  },
  {
    name: 'packages',
    title: 'packed packages (publint, attw)',
    runs: 'paired',
    needs: 'build',
    command: ownScript('check-packages.mjs'),
  },
  {
    name: 'size',
    title: 'size of the client in a browser (size-limit)',
    runs: 'paired',
    needs: 'build',
    command: () => toolCommand('size-limit'),
  },
  { name: 'unit', title: 'unit tests (vitest)', runs: 'alone', needs: 'browser', command: () => vitest() },
  {
    name: 'e2e',
    title: 'the whole system in a browser (vitest, chromium)',
    runs: 'alone',
    needs: 'browser',
    command: () => vitest('--config', 'vitest.e2e.config.ts'),
  },
]

/**
 * The checks that `--only a,b` names, or all of them.
 *
 * @param {readonly string[]} args of the command line
 * @param {readonly Check[]} [checks]
 * @returns {readonly Check[]} throws on an unknown name or option
 */
export function chooseChecks(args, checks = CHECKS) {
  if (args.length === 0) return checks
  const [option = '', list = ''] = args.length === 1 ? (args[0] ?? '').split('=') : args
  const names = list.split(',').filter((name) => name !== '')
  const unknown = names.filter((name) => !checks.some((check) => check.name === name))
  if (option !== '--only' || args.length > 2 || names.length === 0 || unknown.length > 0) {
    throw new Error(
      `usage: npm test -- --only NAME,NAME with names of: ${checks.map(({ name }) => name).join(', ')}`,
    )
  }
  return checks.filter(({ name }) => names.includes(name))
}
