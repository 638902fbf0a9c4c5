import { isObject } from '@candor/practices'

import type { LostSession, Sessions } from './collect.js'
import { parseJson } from './parse-json.js'
import { createReminder } from './reminder.js'
import type { Services } from './services.js'

const PREFIX = 'session.'
/** How often a session shows that it lives, at most, and how often lost ones are looked for. */
const LIFE_MILLIS = 60_000
/** Where nobody can tell who lives, a session that showed no sign of life for so long is lost: a day. */
const SILENT_MILLIS = 86_400_000

/** The sessions of the app, and what keeps them. */
export interface SessionKeeper extends Sessions {
  /** The app lives: kept now and then while a session goes on, and at once when another user is signed in. */
  showLife(): void
  /** Looks for what instances left that ended without ending their session, now and every minute. */
  watch(): void
  /** Ends the session and the watch. */
  close(): void
}

type Parts = Pick<Services, 'storage' | 'platform' | 'whereabouts' | 'count'>

/** The mark on the device of the session that goes on, and of who is signed in meanwhile; held as long as the app lives. */
const createMark = ({ storage, platform: { now, randomUuid }, whereabouts }: Parts) => {
  let mine: { readonly key: string; readonly session: LostSession } | undefined
  let release = (): void => {}
  const user = (): string | undefined => whereabouts.user()?.key
  const isOfUser = (session: LostSession): boolean => session.user === user()
  const keep = (key: string, fromMillis: number, lastMillis: number): void => {
    const signedIn = user()
    const session = { fromMillis, lastMillis, ...(signedIn !== undefined && { user: signedIn }) }
    mine = { key, session }
    storage.set(key, JSON.stringify(session))
  }
  return {
    isOfUser,
    key: () => mine?.key,
    begin: () => {
      if (mine) return
      const key = PREFIX + randomUuid()
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      void storage.lock(key, () => held, 'wait')
      keep(key, now(), now())
    },
    end: () => {
      if (mine) storage.remove(mine.key)
      mine = undefined
      release()
    },
    showLife: () => {
      if (!mine) return
      const { key, session } = mine
      const isOld = Math.abs(now() - session.lastMillis) >= LIFE_MILLIS
      if (isOld || !isOfUser(session) || !storage.get(key)) keep(key, session.fromMillis, now())
    },
  }
}

/** Keeps the session that goes on; those of others are told of where they were lost. */
export const createSessions = (parts: Parts): SessionKeeper => {
  const { storage, platform, count } = parts
  const listeners = new Set<(session: LostSession) => void>()
  const { key: mine, ...mark } = createMark(parts)
  const tell = (session: LostSession): void => {
    for (const listener of listeners) {
      try {
        listener(session)
      } catch {
        count('listener-failed')
      }
    }
  }
  /** Takes a mark away; what was there is told of by one instance alone. */
  const take = (key: string): Promise<void> => {
    const session = parseJson(storage.get(key))
    storage.remove(key)
    if (isObject(session)) tell(session as unknown as LostSession)
    return storage.settled()
  }
  const findLost = (): void => {
    for (const key of listeners.size > 0 ? storage.keys() : []) {
      if (!key.startsWith(PREFIX) || key === mine()) continue
      const { lastMillis } = { ...(parseJson(storage.get(key)) as Partial<LostSession>) }
      if (platform.now() - Number(lastMillis) > SILENT_MILLIS) void take(key)
      else void storage.lock(key, () => take(key), 'if-free')
    }
  }
  const again = createReminder(platform, () => {
    mark.showLife()
    findLost()
    again.set(LIFE_MILLIS)
  })
  return {
    ...mark,
    onLost: (listener) => {
      listeners.add(listener)
      findLost()
      return () => listeners.delete(listener)
    },
    watch: () => {
      findLost()
      again.set(LIFE_MILLIS)
    },
    close: () => {
      mark.end()
      again.clear()
    },
  }
}
