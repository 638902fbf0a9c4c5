/** A message in a meeting's chat. */
export interface ChatMessage {
  readonly direction: 'Incoming' | 'Outgoing'
  readonly text: string
}

/** A meeting that was joined. A minute of it lasts a second on this page, and none passes while it is on hold. */
export interface Attendance {
  readonly minutes: number
  readonly messages: readonly ChatMessage[]
}

/** All that a meeting page shows. */
export interface MeetingState {
  readonly screen: 'running' | 'crashed'
  /** The meetings that were joined and not left, by id. */
  readonly joined: Readonly<Record<string, Attendance>>
  /** The id of the meeting that the person is in; the other joined ones are on hold. Empty: none. */
  readonly active: string
  /** The name of the text that tells what just happened; empty where nothing did. */
  readonly notice: MeetingNotice | ''
}

/** What may be told. */
export type MeetingNotice =
  | 'locked'
  | 'featureUsed'
  | 'featureNotCounted'
  | 'errorReported'
  | 'errorNotReported'

/** A page as it starts. */
export const INITIAL_STATE: MeetingState = { screen: 'running', joined: {}, active: '', notice: '' }
