import { make } from '../../pages/make.js'
import { sendChat } from '../actions/take-part.js'
import type { MeetingContext } from '../meeting-context.js'
import type { ChatMessage } from '../state.js'
import type { MeetingPage } from './meeting-page.js'

const createMessage = ({ text }: MeetingPage, { direction, text: said }: ChatMessage): HTMLDivElement => {
  const item = make('div', `message message-${direction.toLowerCase()}`)
  const sender = text(direction === 'Outgoing' ? 'you' : 'everyone')
  item.append(make('span', 'visually-hidden', `${sender}: `), make('span', 'bubble', said))
  return item
}

const NO_MESSAGES: readonly ChatMessage[] = []

/** The chat of the meeting that the person is in. */
export const bindChat = (page: MeetingPage, context: MeetingContext): void => {
  const list = page.part('messages', HTMLElement)
  const field = page.part('message-text', HTMLInputElement)
  let shown: { readonly id: string; readonly messages: readonly ChatMessage[] } | undefined
  page.part('message-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault()
    if (field.value.trim() !== '') sendChat(context, field.value.trim())
    field.value = ''
  })
  context.store.follow(({ active, joined }) => {
    const messages = joined[active]?.messages ?? NO_MESSAGES
    if (shown?.id === active && shown.messages === messages) return
    // Only what is new is added, so that a screen reader reads it alone.
    const known = shown?.id === active ? shown.messages.length : 0
    if (known === 0) list.replaceChildren()
    if (messages.length === 0) list.append(make('p', 'empty', page.text('noMessages')))
    list.append(...messages.slice(known).map((message) => createMessage(page, message)))
    list.scrollTop = list.scrollHeight
    shown = { id: active, messages }
  })
}
