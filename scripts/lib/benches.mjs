import { listFiles } from './source-files.mjs'

/** @typedef {{ readonly name: string, readonly path: string }} Bench path: what Node runs, relative to the root */

const BENCH = /^bench\/src\/(.+)\.bench\.(mjs|ts)$/

/**
 * The benches, by name; those written in TypeScript run from bench/dist.
 *
 * @param {string} root
 * @returns {Bench[]}
 */
export function listBenches(root) {
  return listFiles(root, 'bench/src').flatMap((path) => {
    const [, name = '', kind] = BENCH.exec(path) ?? []
    if (name === '') return []
    return [{ name, path: kind === 'mjs' ? path : `bench/dist/${name}.bench.js` }]
  })
}

/**
 * The names of benches on the command line, and from the first option on what is for the bench itself.
 *
 * @param {readonly string[]} args
 * @returns {{ readonly names: readonly string[], readonly options: readonly string[] }}
 */
export function splitArguments(args) {
  const first = args.findIndex((arg) => arg.startsWith('-'))
  const end = first < 0 ? args.length : first
  return { names: args.slice(0, end), options: args.slice(end) }
}

/**
 * @param {readonly Bench[]} benches
 * @param {readonly string[]} names none: all
 * @returns {readonly Bench[]} throws where a name is unknown or nothing is left
 */
export function chooseBenches(benches, names) {
  const chosen = names.length === 0 ? benches : benches.filter(({ name }) => names.includes(name))
  if (chosen.length > 0 && (names.length === 0 || chosen.length === new Set(names).size)) return chosen
  const known = benches.map(({ name }) => name).join(', ') || 'none yet'
  throw new Error(`usage: npm run bench -- NAME ... [OPTIONS OF THE BENCH] with names of: ${known}`)
}
