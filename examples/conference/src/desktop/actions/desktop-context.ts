import type { Candor } from '@candor/client/browser'
import type { SkypeTeams } from '@candor/practices/skype-teams'

import type { DesktopState } from '../state.js'
import type { Store } from '../../pages/store.js'
import type { Contact } from '../world.js'

/** What the actions of the client work with. */
export interface DesktopContext {
  readonly candor: Candor<SkypeTeams>
  readonly store: Store<DesktopState>
  readonly contacts: readonly Contact[]
  /** Calls back once, after that many milliseconds. */
  readonly later: (millis: number, callback: () => void) => void
  /** Calls back every so many milliseconds. Returns the way to stop that. */
  readonly every: (millis: number, callback: () => void) => () => void
}

/** Notes with whom a contact federates, where it is in another organisation. */
export const noteFederation = ({ candor, contacts }: DesktopContext, id: string): void => {
  const partner = contacts.find((contact) => contact.id === id)?.partner
  if (partner !== undefined) candor.usage.FederationPartner.set(partner)
}
