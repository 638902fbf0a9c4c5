const { FORBIDDEN_PAIRS, ROOMS } = require('./rooms.cjs')

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

const TESTS = String.raw`\.(test|test-d|bench|e2e)\.tsx?$`
/** Doors of a package and files that tools open by name have no importer. */
const DOORS = String.raw`(^|/)(index|bin|main)\.tsx?$|\.d\.ts$|\.config\.[cm]?[jt]s$|^bench/|^e2e/`

/** @param {readonly string[]} folders */
const inside = (folders) => `^(${folders.join('|')})/`

/** @returns {Rule[]} one rule a room: nothing from the rooms below it */
function orderRules() {
  return ROOMS.slice(0, -1).map((room, index) => ({
    name: `only-upwards-from-${room.replace(/.*\//, '')}`,
    comment: `${room} imports only from itself and from ${ROOMS.slice(0, index).join(', ') || 'no other room'}`,
    severity: 'error',
    from: { path: inside([room]) },
    to: { path: inside([...ROOMS.slice(index + 1), 'e2e', 'scripts']) },
  }))
}

/** @returns {Rule[]} */
function pairRules() {
  return FORBIDDEN_PAIRS.map(({ from, to, reason }) => ({
    name: `${from.replace(/.*\//, '')}-without-${to.replace(/.*\//, '')}`,
    comment: reason,
    severity: 'error',
    from: { path: inside([from]) },
    to: { path: inside([to]) },
  }))
}

/** @type {Rule[]} */
const GENERAL_RULES = [
  {
    name: 'practices-is-alone',
    comment: 'packages/practices is pure: no other package and no module of Node (its tests may)',
    severity: 'error',
    from: { path: '^packages/practices/', pathNot: TESTS },
    to: { pathNot: '^packages/practices/' },
  },
  {
    name: 'no-cycle',
    comment: 'two files that need each other are one thing in two places',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphan',
    comment: 'a source that nothing imports and that imports nothing is left over',
    severity: 'error',
    from: { orphan: true, pathNot: [TESTS, DOORS] },
    to: {},
  },
  {
    name: 'found',
    comment: 'what cannot be resolved cannot be checked',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

/** @type {Rule[]} */
const IMPORT_RULES = [...orderRules(), ...pairRules(), ...GENERAL_RULES]

module.exports = { IMPORT_RULES }
