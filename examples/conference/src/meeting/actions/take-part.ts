import type { ErrorInput } from '@candor/client/browser'
import type { SkypeTeams } from '@candor/practices/skype-teams'

import { provokeCrash, provokeError } from '../../pages/provoke.js'
import type { Feature } from '../../product/features.js'
import type { MeetingContext } from '../meeting-context.js'
import type { ChatMessage } from '../state.js'

const ANSWER_AFTER_MILLIS = 600

const append = ({ store }: MeetingContext, id: string, message: ChatMessage): void => {
  const { joined } = store.get()
  const attendance = joined[id]
  if (attendance === undefined) return
  store.update({
    joined: { ...joined, [id]: { ...attendance, messages: [...attendance.messages, message] } },
  })
}

/** Writes in the chat of the meeting; somebody repeats it a moment later, where the person is still there. */
export const sendChat = (context: MeetingContext, text: string): void => {
  const { candor, store, later } = context
  const { active } = store.get()
  candor.usage.IMSent.add()
  append(context, active, { direction: 'Outgoing', text })
  later(ANSWER_AFTER_MILLIS, () => {
    if (store.get().active !== active || store.get().screen === 'crashed') return
    candor.usage.IMReceived.add()
    append(context, active, { direction: 'Incoming', text })
  })
}

/** Uses a feature of the meeting. */
export const applyFeature = ({ candor, store }: MeetingContext, feature: Feature): void => {
  candor.usage.FeatureUse.add(feature)
  const isCounted = candor.decide('usage.FeatureUse').collect
  store.update({ notice: isCounted ? 'featureUsed' : 'featureNotCounted' })
}

const describeState = ({ store }: MeetingContext): ErrorInput<SkypeTeams> => ({
  ConversationState: store.get().active === '' ? 'Idle' : 'Connected',
  ConversationThreadID: store.get().active === '' ? 'no-meeting' : store.get().active,
})

/** Lets the other side offer a codec that this one does not have, and reports the error. */
export const raiseError = (context: MeetingContext): void => {
  const { candor, store } = context
  candor.error.report({
    ...describeState(context),
    Exception: provokeError(),
    ErrorCode: '0x80EE0061',
    MessageDirection: 'Outgoing',
  })
  const isReported = candor.decide('error.Exception').collect
  store.update({ notice: isReported ? 'errorReported' : 'errorNotReported' })
}

/** Ends the app with a shape that is grouped with itself: counts the crash, and reports it. */
export const crash = (context: MeetingContext): void => {
  const { candor, store } = context
  candor.usage.Crashes.add()
  candor.error.report({
    ...describeState(context),
    Crash: provokeCrash(),
    ErrorCode: '0xC00000FD',
    MessageDirection: 'Incoming',
  })
  const isReported = candor.decide('error.Crash').collect
  store.update({ screen: 'crashed', notice: isReported ? 'errorReported' : 'errorNotReported' })
}
