import { startCall } from '../product/calls.js'
import { pickMicrophone } from '../product/devices.js'
import { planUpload } from '../product/files.js'
import { showMeeting } from '../product/meetings.js'
import { receiveMessages } from '../product/messages.js'
import { shareScreen } from '../product/sharing.js'
import { renewSignIn } from '../product/sign-in.js'
import { groupDepth, type Shape } from '../product/whiteboard.js'

/** What may go wrong in the product, how common it is beside the others, and what makes it happen. */
interface Failure {
  readonly name: string
  readonly weight: number
  readonly errorCode: string
  readonly messageDirection?: 'Incoming' | 'Outgoing'
  readonly conversationState: 'Idle' | 'Connecting' | 'Connected' | 'Disconnecting'
  readonly provoke: () => unknown
}

/** The failures of the simulated product; the roster's comes with a troubled release alone. */
export const FAILURES = [
  {
    name: 'codec',
    weight: 4,
    errorCode: '0x80EE0061',
    messageDirection: 'Outgoing',
    conversationState: 'Connecting',
    provoke: () => startCall(['pcma']),
  },
  {
    name: 'message',
    weight: 6,
    errorCode: '0x80EE000B',
    messageDirection: 'Incoming',
    conversationState: 'Connected',
    provoke: () => receiveMessages(['{"text":"hello"}', '{"text":']),
  },
  {
    name: 'screen',
    weight: 2,
    errorCode: '0x80070005',
    conversationState: 'Connected',
    provoke: () => shareScreen(Number.NaN, 1080),
  },
  {
    name: 'renewal',
    weight: 1,
    errorCode: '0x80EF0192',
    conversationState: 'Idle',
    provoke: () => renewSignIn('soon'),
  },
  {
    name: 'upload',
    weight: 2,
    errorCode: '0x80EE00A4',
    messageDirection: 'Outgoing',
    conversationState: 'Connected',
    provoke: () => planUpload(8_589_934_592),
  },
  {
    name: 'microphone',
    weight: 3,
    errorCode: '0x80EE0045',
    conversationState: 'Connecting',
    provoke: () => pickMicrophone([]),
  },
  {
    name: 'roster',
    weight: 0,
    errorCode: '0x80EF01E6',
    messageDirection: 'Incoming',
    conversationState: 'Connecting',
    provoke: () => showMeeting({}),
  },
] as const satisfies readonly Failure[]

/** The name of a failure. */
export type FailureName = (typeof FAILURES)[number]['name']

/** What ends the app: a shape that is grouped with itself. */
export const provokeCrash = (): number => {
  const shape: { group?: Shape } = {}
  shape.group = shape
  return groupDepth(shape)
}
