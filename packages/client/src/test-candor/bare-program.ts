import { skypeTeams } from '@candor/practices/skype-teams'

import { createTestCandor } from './create-test-candor.js'

/** A script that runs where there are no globals of Node or of a browser. */
const { candor, collected, settings } = createTestCandor({ practices: skypeTeams, client: 'web' })
candor.usage.IMSent.add()
const before = JSON.stringify(collected('usage'))
settings({ DisableAutomaticSendTracing: true })
Object.assign(globalThis, { told: `${before} ${JSON.stringify(collected('usage'))}` })
