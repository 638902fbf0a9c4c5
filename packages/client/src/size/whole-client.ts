import { skypeTeams } from '@candor/practices/skype-teams'

import { createCandor } from '../browser/index.js'

/** What a page loads that uses all of the client with the built-in practices: built to be weighed, by size-limit. */
export const candor = createCandor({
  practices: skypeTeams,
  key: 'demo',
  endpoint: location.origin,
  client: 'web',
})
