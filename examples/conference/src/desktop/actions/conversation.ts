import type { Message } from '../state.js'
import { noteFederation, type DesktopContext } from './desktop-context.js'

const ECHO_AFTER_MILLIS = 600

const append = ({ store }: DesktopContext, contact: string, message: Message): void => {
  const { messages } = store.get()
  store.update({ messages: { ...messages, [contact]: [...(messages[contact] ?? []), message] } })
}

const receive = (context: DesktopContext, contact: string, text: string): void => {
  if (context.store.get().screen !== 'signed-in') return
  context.candor.usage.IMReceived.add()
  append(context, contact, { direction: 'Incoming', text })
}

/** Opens the conversation with a contact. */
export const openConversation = ({ store }: DesktopContext, contact: string): void =>
  store.update({ contact })

/** Sends a message in the open conversation; the echo answers it. */
export const sendMessage = (context: DesktopContext, text: string): void => {
  const { contact } = context.store.get()
  context.candor.usage.IMSent.add()
  noteFederation(context, contact)
  append(context, contact, { direction: 'Outgoing', text })
  if (contact === 'echo') context.later(ECHO_AFTER_MILLIS, () => receive(context, contact, text))
}
