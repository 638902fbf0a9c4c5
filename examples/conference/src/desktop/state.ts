import type { Meeting } from './world.js'

/** A message of a conversation. */
export interface Message {
  readonly direction: 'Incoming' | 'Outgoing'
  readonly text: string
}

/** What the person is in at the moment. A minute of it lasts a second on this page. */
export type Engagement =
  | { readonly kind: 'none' }
  | { readonly kind: 'call'; readonly contact: string; readonly minutes: number }
  | { readonly kind: 'meeting'; readonly meeting: Meeting['id']; readonly minutes: number }

/** All that the desktop client shows. */
export interface DesktopState {
  readonly screen: 'signed-out' | 'signed-in' | 'crashed'
  /** The user name; empty while nobody is signed in. */
  readonly user: string
  readonly signInFault: 'none' | 'password'
  /** The id of the contact whose conversation is open. */
  readonly contact: string
  /** The conversations by contact. */
  readonly messages: Readonly<Record<string, readonly Message[]>>
  readonly engagement: Engagement
  /** The name of the text that tells what just happened; empty where nothing did. */
  readonly notice: NoticeName | ''
}

/** What may be told. */
export type NoticeName = 'meetingFull' | 'errorReported' | 'errorNotReported' | 'featureUsed'

/** The client as it starts. */
export const INITIAL_STATE: DesktopState = {
  screen: 'signed-out',
  user: '',
  signInFault: 'none',
  contact: 'echo',
  messages: {},
  engagement: { kind: 'none' },
  notice: '',
}
