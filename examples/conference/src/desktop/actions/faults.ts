import type { ErrorInput } from '@candor/client/browser'
import type { SkypeTeams } from '@candor/practices/skype-teams'

import { provokeCrash, provokeError } from '../../pages/provoke.js'
import type { DesktopContext } from './desktop-context.js'

/** What the product alone knows; the device, the network and the figures of the page are collected by themselves. */
const describeState = ({ store }: DesktopContext): ErrorInput<SkypeTeams> => {
  const { engagement, contact } = store.get()
  return {
    ConversationState: engagement.kind === 'none' ? 'Idle' : 'Connected',
    ConversationThreadID: `conference-${contact}`,
  }
}

const noticeOf = ({ candor }: DesktopContext, dataType: string): 'errorReported' | 'errorNotReported' =>
  candor.decide(dataType).collect ? 'errorReported' : 'errorNotReported'

/** Lets the other side offer a codec that this one does not have, and reports the error. */
export const raiseError = (context: DesktopContext): void => {
  context.candor.error.report({
    ...describeState(context),
    Exception: provokeError(),
    ErrorCode: '0x80EE0061',
    MessageDirection: 'Outgoing',
  })
  context.store.update({ notice: noticeOf(context, 'error.Exception') })
}

/** Ends the app with a shape that is grouped with itself: counts the crash, and reports it. */
export const crash = (context: DesktopContext): void => {
  context.candor.usage.Crashes.add()
  context.candor.error.report({
    ...describeState(context),
    Crash: provokeCrash(),
    ErrorCode: '0xC00000FD',
    MessageDirection: 'Incoming',
  })
  context.store.update({
    screen: 'crashed',
    engagement: { kind: 'none' },
    notice: noticeOf(context, 'error.Crash'),
  })
}
