/**
 * Whether Candor runs on this Node: 20.19 or newer in the 20 line, 22.12 or newer after it.
 *
 * @param {string} version as `process.versions.node` says it
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major === 20) return minor >= 19
  if (major === 22) return minor >= 12
  return major > 22
}

/** Ends the process with code 1 and one clear sentence when this Node is too old. */
export function requireSupportedNode() {
  const version = process.versions.node
  if (isSupportedNode(version)) return
  console.error(`Candor needs Node 20.19 or newer (22.12 or newer in the 22 line); this is Node ${version}.`)
  process.exit(1)
}
