import { sendMessage } from '../actions/conversation.js'
import type { DesktopContext } from '../actions/desktop-context.js'
import type { Message } from '../state.js'
import type { Contact } from '../world.js'
import { detailOf } from './contacts-view.js'
import { initialsOf, make } from '../../pages/make.js'
import type { DesktopPage } from './desktop-page.js'

const createMessage = ({ text }: DesktopPage, message: Message, contact: Contact): HTMLDivElement => {
  const item = make('div', `message message-${message.direction.toLowerCase()}`)
  const sender = message.direction === 'Outgoing' ? text('you') : contact.name
  item.append(make('span', 'visually-hidden', `${sender}: `), make('span', 'bubble', message.text))
  return item
}

const createShowMessages = (
  page: DesktopPage,
): ((contact: Contact, messages: readonly Message[]) => void) => {
  const list = page.part('messages', HTMLElement)
  let shown: { readonly contact: string; readonly messages: readonly Message[] } | undefined
  return (contact, messages) => {
    if (shown?.contact === contact.id && shown.messages === messages) return
    // Only what is new is added, so that a screen reader reads it alone.
    const known = shown?.contact === contact.id ? shown.messages.length : 0
    if (known === 0) list.replaceChildren()
    if (messages.length === 0) list.append(make('p', 'empty', page.text('noMessages')))
    list.append(...messages.slice(known).map((message) => createMessage(page, message, contact)))
    list.scrollTop = list.scrollHeight
    shown = { contact: contact.id, messages }
  }
}

const NO_MESSAGES: readonly Message[] = []

/** Shows the open conversation and sends what is written in it. */
export const bindConversation = (page: DesktopPage, context: DesktopContext): void => {
  const field = page.part('message-text', HTMLInputElement)
  const avatar = page.part('contact-initials', HTMLElement)
  const showMessages = createShowMessages(page)
  page.part('message-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault()
    if (field.value.trim() !== '') sendMessage(context, field.value.trim())
    field.value = ''
  })
  context.store.follow((state) => {
    const contact = context.contacts.find(({ id }) => id === state.contact)
    if (contact === undefined) return
    avatar.textContent = initialsOf(contact.name)
    avatar.dataset['contact'] = contact.id
    page.part('contact-name', HTMLElement).textContent = contact.name
    const federation = contact.partner === undefined ? '' : ` · ${page.text('partnerDetail')}`
    page.part('contact-detail', HTMLElement).textContent = detailOf(page, contact) + federation
    showMessages(contact, state.messages[contact.id] ?? NO_MESSAGES)
  })
}
