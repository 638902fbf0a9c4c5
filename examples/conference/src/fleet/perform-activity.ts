import { watchSignIn } from '@candor/client/collect/node'
import type { Candor } from '@candor/client/node'
import type { SkypeTeams } from '@candor/practices/skype-teams'

import { catchProductError } from './catch-product-error.js'
import { FAILURES, provokeCrash, type FailureName } from './failures.js'
import { isGuest, type Installation } from './installation.js'
import type { Activity } from './plan/activity.js'

type SkypeCandor = Candor<SkypeTeams>

const reportFailure = (candor: SkypeCandor, installation: Installation, name: FailureName): void => {
  const failure = FAILURES.find((known) => known.name === name) ?? FAILURES[0]
  candor.error.report({
    Exception: catchProductError(failure.provoke),
    ErrorCode: failure.errorCode,
    ConversationState: failure.conversationState,
    ...('messageDirection' in failure ? { MessageDirection: failure.messageDirection } : {}),
    ConversationThreadID: `conference-${installation.number}`,
  })
}

const reportCrash = (candor: SkypeCandor, installation: Installation): void => {
  candor.usage.Crashes.add()
  candor.error.report({
    Crash: catchProductError(provokeCrash),
    ErrorCode: '0xC00000FD',
    ConversationState: 'Connected',
    ...(isGuest(installation) ? {} : { SIPURI: `sip:${installation.userId}@${installation.organisation}` }),
  })
  candor.usage.Sessions.add()
}

const makeCall = ({ usage }: SkypeCandor, minutes: number): void => {
  usage.CallsMade.add()
  usage.CallMinutes.add(minutes)
}

const signIn = async (candor: SkypeCandor, outcome: 'signed-in' | 'refused'): Promise<void> => {
  const answer = (): Promise<void> =>
    outcome === 'refused' ? Promise.reject(new Error('the password is wrong')) : Promise.resolve()
  await watchSignIn(candor, answer).then(
    () => candor.usage.Sessions.add(),
    () => {},
  )
}

/** Joins a meeting that a pool of another organisation hosts, and leaves it. */
const attendAsGuest = async (
  candor: SkypeCandor,
  installation: Installation,
  {
    pool,
    outcome,
    minutes,
    sent,
    received,
    features,
    failures,
  }: Extract<Activity, { kind: 'guest-meeting' }>,
): Promise<void> => {
  const { usage } = candor
  candor.setMeeting({ pool: pool.fqdn, site: pool.site })
  // Until the pool's policy is known the default counts, under which nothing of the meeting would be counted.
  await candor.refreshPolicy()
  usage.Sessions.add()
  usage.MeetingJoinAttempts.add()
  if (outcome === 'joined') {
    usage.MeetingJoinSuccesses.add()
    usage.CallMinutes.add(minutes)
    usage.IMSent.add(sent)
    usage.IMReceived.add(received)
    for (const feature of features) usage.FeatureUse.add(feature)
    for (const failure of failures) reportFailure(candor, installation, failure)
  }
  candor.setMeeting(undefined)
}

/** Does an activity as the product would: records it through the installation's own Candor. */
export const performActivity = async (
  candor: SkypeCandor,
  installation: Installation,
  activity: Activity,
): Promise<void> => {
  const { usage } = candor
  switch (activity.kind) {
    case 'sign-in':
      return signIn(candor, activity.outcome)
    case 'messages':
      usage.IMSent.add(activity.sent)
      return usage.IMReceived.add(activity.received)
    case 'call':
      return makeCall(candor, activity.minutes)
    case 'federated-call':
      usage.FederationPartner.set(activity.partner)
      return makeCall(candor, activity.minutes)
    case 'meeting':
      usage.MeetingJoinAttempts.add()
      if (activity.outcome === 'full') return
      usage.MeetingJoinSuccesses.add()
      return usage.CallMinutes.add(activity.minutes)
    case 'guest-meeting':
      return attendAsGuest(candor, installation, activity)
    case 'feature':
      return usage.FeatureUse.add(activity.feature)
    case 'failure':
      return reportFailure(candor, installation, activity.failure)
    case 'crash':
      return reportCrash(candor, installation)
    default:
      return activity satisfies never
  }
}
