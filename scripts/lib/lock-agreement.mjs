/**
 * @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean }} LockEntry
 * @typedef {{ readonly packages?: Readonly<Record<string, LockEntry>> }} Lock
 */

/**
 * Whether what npm says it installed (node_modules/.package-lock.json) is what the lock file asks for.
 * An optional package of another platform may be missing; a package too many is a disagreement.
 *
 * @param {Lock} lock
 * @param {Lock} installed
 */
export function agreesWithLock(lock, installed) {
  const wanted = Object.entries(lock.packages ?? {}).filter(([path]) => path.includes('node_modules/'))
  const present = installed.packages ?? {}
  if (wanted.length === 0 || Object.keys(present).some((path) => !(path in (lock.packages ?? {})))) {
    return false
  }
  return wanted.every(([path, entry]) => {
    const found = present[path]
    if (found === undefined) return entry.optional === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
}
