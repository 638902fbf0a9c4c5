import type { DesktopContext } from '../actions/desktop-context.js'
import { signIn, signOut } from '../actions/sign-in.js'
import { initialsOf } from '../../pages/make.js'
import type { DesktopPage } from './desktop-page.js'

/** Shows the one screen that is due, and signs people in and out. */
export const bindSignIn = ({ part, text }: DesktopPage, context: DesktopContext): void => {
  const form = part('sign-in-form', HTMLFormElement)
  const user = part('sign-in-user', HTMLInputElement)
  const password = part('sign-in-password', HTMLInputElement)
  const fault = part('sign-in-error', HTMLElement)
  const submit = async (): Promise<void> => {
    await signIn(context, user.value.trim(), password.value)
    password.value = ''
    const next =
      context.store.get().screen === 'signed-in' ? part('message-text', HTMLInputElement) : password
    next.focus()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })
  part('sign-out', HTMLElement).addEventListener('click', () => {
    signOut(context)
    user.focus()
  })
  context.store.follow((state) => {
    part('sign-in', HTMLElement).hidden = state.screen !== 'signed-out'
    part('client', HTMLElement).hidden = state.screen !== 'signed-in'
    fault.hidden = state.signInFault === 'none'
    fault.textContent = state.signInFault === 'none' ? '' : text('passwordWrong')
    part('me-name', HTMLElement).textContent = state.user
    part('me-initials', HTMLElement).textContent = initialsOf(state.user)
  })
}
