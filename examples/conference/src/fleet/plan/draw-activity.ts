import { FEATURES } from '../../product/features.js'
import type { Chance } from '../chance.js'
import { FAILURES } from '../failures.js'
import { POOLS } from '../../world/pools.js'
import { isGuest, type Installation } from '../installation.js'
import { ORGANISATIONS } from '../profiles/people.js'
import type { Activity } from './activity.js'

type DrawActivity = (chance: Chance, installation: Installation) => Activity

const drawSignIn: DrawActivity = (chance) => ({
  kind: 'sign-in',
  outcome: chance.happens(0.12) ? 'refused' : 'signed-in',
})

const drawMessages: DrawActivity = (chance) => ({
  kind: 'messages',
  sent: chance.between(1, 9),
  received: chance.between(1, 12),
})

const drawMeeting: DrawActivity = (chance) =>
  chance.happens(0.08)
    ? { kind: 'meeting', outcome: 'full' }
    : { kind: 'meeting', outcome: 'joined', minutes: chance.pick([15, 25, 30, 30, 45, 60]) }

const drawFederatedCall: DrawActivity = (chance, { organisation }) => ({
  kind: 'federated-call',
  partner: chance.pick(ORGANISATIONS.map(({ name }) => name).filter((name) => name !== organisation)),
  minutes: chance.between(2, 20),
})

/** What people do at work, and how common each of it is beside the others. */
const COMMON: readonly { readonly weight: number; readonly draw: DrawActivity }[] = [
  { weight: 40, draw: drawMessages },
  { weight: 16, draw: (chance) => ({ kind: 'call', minutes: chance.between(1, 30) }) },
  { weight: 14, draw: drawMeeting },
  { weight: 14, draw: (chance) => ({ kind: 'feature', feature: chance.pick(FEATURES) }) },
  { weight: 6, draw: drawSignIn },
  { weight: 4, draw: drawFederatedCall },
  { weight: 13, draw: (chance) => ({ kind: 'failure', failure: chance.pickByWeight(FAILURES).name }) },
]

/** A guest is invited by others: the meeting is hosted by a pool of another organisation. */
const drawGuestMeeting: DrawActivity = (chance, { organisation }) => ({
  kind: 'guest-meeting',
  pool: chance.pick(POOLS.filter((pool) => pool.organisation !== organisation)),
  outcome: chance.happens(0.1) ? 'full' : 'joined',
  minutes: chance.pick([15, 25, 30, 30, 45, 60]),
  sent: chance.between(0, 5),
  received: chance.between(0, 9),
  features: chance.happens(0.5) ? [chance.pick(FEATURES)] : [],
  failures: chance.happens(0.3) ? [chance.pickByWeight(FAILURES).name] : [],
})

/** One more thing that the person of an installation does. */
export const drawActivity: DrawActivity = (chance, installation) => {
  if (isGuest(installation))
    return chance.happens(0.03) ? { kind: 'crash' } : drawGuestMeeting(chance, installation)
  return chance.happens(0.002) ? { kind: 'crash' } : chance.pickByWeight(COMMON).draw(chance, installation)
}

/** A day begins with signing in; a refused attempt is followed by another. A guest does not sign in. */
export const drawStartOfDay = (chance: Chance, installation: Installation): readonly Activity[] => {
  if (isGuest(installation)) return []
  const signedIn: Activity = { kind: 'sign-in', outcome: 'signed-in' }
  return chance.happens(0.1) ? [{ kind: 'sign-in', outcome: 'refused' }, signedIn] : [signedIn]
}
