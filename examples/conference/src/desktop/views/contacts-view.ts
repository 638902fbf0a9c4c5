import { openConversation } from '../actions/conversation.js'
import type { DesktopContext } from '../actions/desktop-context.js'
import type { Contact } from '../world.js'
import { initialsOf, make } from '../../pages/make.js'
import type { DesktopPage } from './desktop-page.js'

/** What is said of a contact under the name: the other organisation, where it is a federation partner's. */
export const detailOf = ({ text }: DesktopPage, contact: Contact): string => {
  if (contact.partner !== undefined) return contact.partner
  return contact.id === 'echo' ? text('echoDetail') : text(contact.presence)
}

const createContact = (page: DesktopPage, contact: Contact): HTMLButtonElement => {
  const button = make('button', 'contact')
  const avatar = make('span', 'avatar', initialsOf(contact.name))
  const names = make('span', 'contact-names')
  button.type = 'button'
  button.dataset['testid'] = `contact-${contact.id}`
  avatar.dataset['presence'] = contact.presence
  avatar.dataset['contact'] = contact.id
  avatar.setAttribute('aria-hidden', 'true')
  names.append(make('strong', '', contact.name), make('small', '', detailOf(page, contact)))
  button.append(avatar, names)
  return button
}

/** Lists the contacts; one of them is open. */
export const bindContacts = (page: DesktopPage, context: DesktopContext): void => {
  const buttons = context.contacts.map((contact) => ({ contact, button: createContact(page, contact) }))
  for (const { contact, button } of buttons) {
    button.addEventListener('click', () => openConversation(context, contact.id))
    const item = document.createElement('li')
    item.append(button)
    page.part('contacts', HTMLElement).append(item)
  }
  context.store.follow((state) => {
    for (const { contact, button } of buttons) {
      button.setAttribute('aria-current', contact.id === state.contact ? 'true' : 'false')
    }
  })
}
