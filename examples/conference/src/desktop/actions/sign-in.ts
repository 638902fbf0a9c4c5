import { watchSignIn } from '@candor/client/collect/page'

import { INITIAL_STATE } from '../state.js'
import type { DesktopContext } from './desktop-context.js'
import { endEngagement } from './engagement.js'

/** The one password that is right on this page, so that both outcomes can be tried. */
const PASSWORD = 'demo'

const checkPassword = (password: string): Promise<void> =>
  password === PASSWORD ? Promise.resolve() : Promise.reject(new Error('the password is wrong'))

/** Signs a person in, or shows that the password is wrong. */
export const signIn = async (
  { candor, store }: DesktopContext,
  user: string,
  password: string,
): Promise<void> => {
  try {
    await watchSignIn(candor, () => checkPassword(password))
  } catch {
    store.update({ signInFault: 'password' })
    return
  }
  candor.setUser(user)
  store.update({ ...INITIAL_STATE, screen: 'signed-in', user })
}

/** Signs the person out; a call or a meeting ends. */
export const signOut = (context: DesktopContext): void => {
  endEngagement(context)
  context.candor.setUser(undefined)
  context.store.update(INITIAL_STATE)
}
