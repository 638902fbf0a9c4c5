import type { Candor } from '@candor/client/browser'
import type { SkypeTeams } from '@candor/practices/skype-teams'

import type { Store } from '../pages/store.js'
import type { Invitation } from './invitation.js'
import type { MeetingState } from './state.js'

/** What the actions of a meeting page work with. */
export interface MeetingContext {
  readonly candor: Candor<SkypeTeams>
  readonly store: Store<MeetingState>
  readonly invitations: readonly Invitation[]
  /** Calls back once, after that many milliseconds. */
  readonly later: (millis: number, callback: () => void) => void
  /** Calls back every so many milliseconds. */
  readonly every: (millis: number, callback: () => void) => void
}
