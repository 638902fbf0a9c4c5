import { isObject } from '@candor/practices'

import type { LostSession, Sessions } from './collect.js'
import { parseJson } from './parse-json.js'
import type { Services } from './services.js'

const PREFIX = 'session.'
/** How often a session shows that it lives, at most. */
const LIFE_MILLIS = 60_000

/** The sessions of the app, and what keeps them. */
export interface SessionKeeper extends Sessions {
  /** The app lives: kept now and then while a session goes on, and at once when another user is signed in. */
  showLife(): void
  /** Tells of what instances left that ended without ending their session. */
  findLost(): void
}

type Parts = Pick<Services, 'storage' | 'platform' | 'whereabouts' | 'count'>

/** The mark on the device of the session that goes on, and of who is signed in meanwhile. */
const createMark = ({ storage: { own }, platform: { now, randomUuid }, whereabouts }: Parts) => {
  let mine: { readonly key: string; readonly session: LostSession } | undefined
  const user = (): string | undefined => whereabouts.user()?.key
  const isOfUser = (session: LostSession): boolean => session.user === user()
  const keep = (key: string, fromMillis: number, lastMillis: number): void => {
    const signedIn = user()
    const session = { fromMillis, lastMillis, ...(signedIn !== undefined && { user: signedIn }) }
    mine = { key, session }
    own.set(key, JSON.stringify(session))
  }
  return {
    isOfUser,
    key: () => mine?.key,
    begin: () => {
      const at = now()
      if (!mine) keep(PREFIX + randomUuid(), at, at)
    },
    end: () => {
      if (mine) own.remove(mine.key)
      mine = undefined
    },
    showLife: () => {
      if (!mine) return
      const { key, session } = mine
      const at = now()
      const isOld = Math.abs(at - session.lastMillis) >= LIFE_MILLIS
      if (isOld || !isOfUser(session) || !own.get(key)) keep(key, session.fromMillis, at)
    },
  }
}

/** Keeps the session that goes on as this instance's own; another one's is adopted when it was lost. */
export const createSessions = (parts: Parts): SessionKeeper => {
  const {
    storage: { own },
    count,
  } = parts
  const listeners = new Set<(session: LostSession) => void>()
  const { key: mine, ...mark } = createMark(parts)
  const tell = (listener: (session: LostSession) => void, session: LostSession): void => {
    try {
      listener(session)
    } catch {
      count('listener-failed')
    }
  }
  const findLost = (): void => {
    const lost = own.keys().filter((key) => key.startsWith(PREFIX) && key !== mine())
    for (const key of listeners.size > 0 ? lost : []) {
      const session = parseJson(own.get(key))
      own.remove(key)
      if (isObject(session)) for (const each of listeners) tell(each, session as unknown as LostSession)
    }
  }
  return {
    ...mark,
    onLost: (listener) => {
      listeners.add(listener)
      findLost()
      return () => listeners.delete(listener)
    },
    findLost,
  }
}
