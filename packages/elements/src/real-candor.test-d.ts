import type { Candor } from '@candor/client/browser'
import type { skypeTeams } from '@candor/practices/skype-teams'
import { expectTypeOf, test } from 'vitest'

import type { CandorOfOptions, CandorOfViewer } from './index.js'

test('an app’s Candor is what the elements take, whatever its practices', () => {
  expectTypeOf<Candor<typeof skypeTeams>>().toExtend<CandorOfViewer>()
  expectTypeOf<Candor<typeof skypeTeams>>().toExtend<CandorOfOptions>()
})
