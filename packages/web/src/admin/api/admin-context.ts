import { createContext, use, useSyncExternalStore } from 'react'

import { answerOf } from './answer.js'
import { createApi, type Api, type Send, type Shape } from './api.js'
import { createGuardedSend } from './guarded-send.js'
import { createSessionStore, type SessionStore } from './session-store.js'

/** What every page of the admin center is given. */
export interface Admin {
  readonly api: Api
  readonly sessions: SessionStore
}

/** The API of an origin and who is signed in to it; nothing is asked yet. */
export const createAdmin = (origin: string, send: Send): Admin => {
  const open = createApi(origin, send)
  const sessions = createSessionStore(() => answerOf(open.GET('/api/session')))
  return { api: createApi(origin, createGuardedSend(send, sessions)), sessions }
}

/** The admin of the pages below. */
export const AdminContext = createContext<Admin | undefined>(undefined)

/** The API and the session; throws outside of the admin center. */
export const useAdmin = (): Admin => {
  const admin = use(AdminContext)
  if (admin === undefined) throw new Error('useAdmin is called outside of the admin center')
  return admin
}

/** Who is signed in; throws where nobody is, which the pages behind the gate never see. */
export const useMe = (): Shape<'Me'> => {
  const { session } = useAdmin().sessions
  const known = useSyncExternalStore(session.subscribe, session.get)
  const account = known.kind === 'known' ? known.state.account : null
  if (account === null) throw new Error('useMe is called where nobody is signed in')
  return account
}
