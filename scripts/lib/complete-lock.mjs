/**
 * @typedef {Readonly<Record<string, unknown>> & { readonly version?: string, readonly dev?: boolean,
 *   readonly optionalDependencies?: Readonly<Record<string, string>> }} LockEntry
 * @typedef {Readonly<Record<string, LockEntry>>} LockPackages
 * @typedef {{ readonly name: string, readonly version: string, readonly parent: LockEntry }} MissingPackage
 */

const SYSTEMS = new Set([
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
])
const PROCESSORS = new Set(['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'])
const EXACT_VERSION = /^\d+\.\d+\.\d+/

/**
 * The optional packages (builds for other platforms) that the lock file names but does not hold. npm leaves
 * them out when the registry at hand does not have them, and `npm ci` then refuses the lock file.
 *
 * @param {LockPackages} packages
 * @returns {MissingPackage[]}
 */
export function findMissingPackages(packages) {
  return Object.entries(packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !isReachable(packages, path, name))
      .map(([name, version]) => ({ name, version, parent })),
  )
}

/**
 * The packages of a lock file with the missing ones added: with their exact version, and for the platform
 * that their name says, so that npm leaves them alone on every other.
 *
 * @param {LockPackages} packages
 * @returns {LockPackages} throws where a version or a platform cannot be told
 */
export function completeLock(packages) {
  const added = findMissingPackages(packages).map(entryOf)
  const all = [...Object.entries(packages), ...added]
  return Object.fromEntries(all.toSorted(([one], [other]) => one.localeCompare(other, 'en')))
}

/**
 * @param {MissingPackage} missing
 * @returns {[path: string, entry: LockEntry]} in the order that npm writes, so that its next run changes nothing
 */
function entryOf({ name, version, parent }) {
  if (!EXACT_VERSION.test(version)) throw new Error(`${name} ${version}: not an exact version`)
  const { os, cpu, libc } = platformOf(name)
  const dev = parent.dev === true ? { dev: true } : {}
  return [`node_modules/${name}`, { version, cpu, ...dev, ...libc, optional: true, os }]
}

/**
 * @param {LockPackages} packages
 * @param {string} from path of the package that asks
 * @param {string} name
 */
function isReachable(packages, from, name) {
  for (let folder = from; ; folder = parentFolder(folder)) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true
    if (folder === '') return false
  }
}

/**
 * Where Node looks next: `a/node_modules/b` has `a` above it, `packages/a` the root.
 *
 * @param {string} folder
 */
function parentFolder(folder) {
  const end = folder.lastIndexOf('node_modules/')
  return end <= 0 ? '' : folder.slice(0, end - 1)
}

/** @param {string} name of a package that is built for one platform */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = words.filter((word) => SYSTEMS.has(word))
  const cpu = words.filter((word) => PROCESSORS.has(word))
  if (os.length !== 1 || cpu.length !== 1)
    throw new Error(`${name}: its platform cannot be told from its name`)
  const libc = words
    .filter((word) => /^(gnu|musl)/.test(word))
    .map((word) => (word.startsWith('gnu') ? 'glibc' : 'musl'))
  return { os, cpu, libc: os[0] === 'linux' && libc.length > 0 ? { libc } : {} }
}
