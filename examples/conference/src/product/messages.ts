/** A message as it is shown. */
export interface Message {
  readonly text: string
}

/** A message as it arrived. */
const decodeMessage = (frame: string): Message => JSON.parse(frame) as Message

/** Shows the messages that arrived. */
export const receiveMessages = (frames: readonly string[]): readonly Message[] =>
  frames.map((frame) => decodeMessage(frame))
