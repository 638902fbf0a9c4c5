import { createCandor } from '@candor/client/browser'
import { skypeTeams } from '@candor/practices/skype-teams'

import { collectorUrl, nameOf } from '../peer.js'

const candor = createCandor({
  practices: skypeTeams,
  key: 'bench',
  endpoint: collectorUrl(),
  client: 'web',
  org: 'contoso.com',
  intervalMillis: { usage: 2000, error: 2000 },
})
// Errors need a signed-in user's consent.
candor.setUser('amosmarble')
if (candor.consent.get() === 'undecided') candor.consent.set('granted')

window.peer = {
  count: (serial) => candor.usage.FeatureUse.add(nameOf(serial)),
  fail: (serial) => candor.error.report({ ErrorCode: String(serial) }),
  goOn: () => candor.usage.CallsMade.add(),
  flush: () => candor.flush(),
  optOut: () => {
    candor.consent.set('denied')
    return candor.refreshPolicy()
  },
}
