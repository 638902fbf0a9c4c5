import { isObject } from '@candor/practices'

import type { LostSession, Sessions } from './collect.js'
import { parseJson } from './parse-json.js'
import type { Services } from './services.js'

const PREFIX = 'session.'
/** How often a session shows that it lives, at most. */
const LIFE_MILLIS = 60_000

/** The sessions of the app, and what keeps them. */
export interface SessionKeeper extends Sessions {
  /** The app lives: kept now and then while a session goes on. */
  showLife(): void
  /** Tells of what instances left that ended without ending their session. */
  findLost(): void
}

/** Keeps the session that goes on as this instance's own; another one's is adopted when it was lost. */
export const createSessions = ({
  storage: { own },
  platform: { now, randomUuid },
  count,
}: Pick<Services, 'storage' | 'platform' | 'count'>): SessionKeeper => {
  const listeners = new Set<(session: LostSession) => void>()
  let mine: (LostSession & { readonly key: string }) | undefined
  const keep = (session: NonNullable<typeof mine>): void => {
    const { key, ...times } = session
    mine = session
    own.set(key, JSON.stringify(times))
  }
  const tell = (listener: (session: LostSession) => void, session: LostSession): void => {
    try {
      listener(session)
    } catch {
      count('listener-failed')
    }
  }
  const findLost = (): void => {
    const lost = own.keys().filter((key) => key.startsWith(PREFIX) && key !== mine?.key)
    for (const key of listeners.size > 0 ? lost : []) {
      const session = parseJson(own.get(key))
      own.remove(key)
      if (isObject(session)) for (const each of listeners) tell(each, session as unknown as LostSession)
    }
  }
  return {
    begin: () => {
      const at = now()
      if (!mine) keep({ key: PREFIX + randomUuid(), fromMillis: at, lastMillis: at })
    },
    end: () => {
      if (mine) own.remove(mine.key)
      mine = undefined
    },
    onLost: (listener) => {
      listeners.add(listener)
      findLost()
      return () => listeners.delete(listener)
    },
    showLife: () => {
      const at = now()
      if (mine && (Math.abs(at - mine.lastMillis) >= LIFE_MILLIS || !own.get(mine.key)))
        keep({ ...mine, lastMillis: at })
    },
    findLost,
  }
}
