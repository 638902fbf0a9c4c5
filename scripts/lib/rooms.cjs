/**
 * The rooms in the order of one report's way. A room imports from itself and from the rooms above it.
 * The reasons are printed when a rule is broken.
 */
const ROOMS = /** @type {const} */ ([
  'packages/practices',
  'packages/client',
  'packages/elements',
  'packages/server',
  'packages/web',
  'examples/shop',
  'examples/conference',
  'packages/cli',
  'bench',
])

/** Pairs that the order alone would allow. */
const FORBIDDEN_PAIRS = /** @type {const} */ ([
  {
    from: 'packages/web',
    to: 'packages/server',
    reason: 'the pages talk to the server by its HTTP API only',
  },
  { from: 'examples/conference', to: 'packages/server', reason: 'an app must never pull in the store' },
])

module.exports = { ROOMS, FORBIDDEN_PAIRS }
