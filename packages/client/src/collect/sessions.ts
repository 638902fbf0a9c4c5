import { isObject } from '@candor/practices'

import type { CollectParts, CollectPlace } from '../core/collect.js'
import { parseJson } from '../core/parse-json.js'
import { createReminder } from '../core/reminder.js'
import type { Stop } from './stops.js'

const PREFIX = 'session.'
/** How often a session shows that it lives, at most, and how often lost ones are looked for. */
const LIFE_MILLIS = 60_000
/** Where nobody can tell who lives, a session that showed no sign of life for so long is lost: a day. */
const SILENT_MILLIS = 86_400_000

/** A session that neither ended nor was closed: the app crashed or was killed. */
export interface LostSession {
  /** Milliseconds since 1970. */
  readonly fromMillis: number
  /** When the session last showed that it lives, in milliseconds since 1970. */
  readonly lastMillis: number
  /** Who was signed in when it was lost, by the local key that the device made; undefined: nobody. Never the raw id. */
  readonly user?: string
}

/** The sessions of the app on this device. */
export interface Sessions {
  /** A session goes on: where neither `end` nor a close follows, a later start finds it lost. */
  begin(): void
  end(): void
  /** Whether the user of a session, or nobody where it had none, is who is signed in now. */
  isOfUser(session: LostSession): boolean
  /** Calls back for every session that was lost, once on the device. Returns the way to stop that. */
  onLost(listener: (session: LostSession) => void): () => void
}

/** What collects with sessions. */
export interface SessionParts extends Omit<CollectParts, 'place'> {
  readonly sessions: Sessions
}

/** The mark on the device of the session that goes on, and of who is signed in meanwhile; held as long as the app lives. */
const createMark = ({ storage, platform: { now, randomUuid }, userKey: user, save }: CollectPlace) => {
  let mine: { readonly key: string; readonly session: LostSession } | undefined
  let release = (): void => {}
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
      // A session that may be found lost is counted as one, however soon it is lost.
      save()
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
const createSessions = (place: CollectPlace) => {
  const { storage, platform, count, save } = place
  const listeners = new Set<(session: LostSession) => void>()
  const { key: mine, ...mark } = createMark(place)
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
    // What is told of it is kept in the step that takes its mark away.
    save()
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
  return {
    ...mark,
    onLost: (listener: (session: LostSession) => void): Stop => {
      listeners.add(listener)
      findLost()
      return () => listeners.delete(listener)
    },
    findLost,
  }
}

/**
 * Collects with the sessions of the app. The one that goes on shows that it lives, at once when another user is signed in,
 * and lost ones are looked for every minute. Stopping ends the session.
 */
export const withSessions = (
  { candor, app, place }: CollectParts,
  collect: (parts: SessionParts) => Stop,
): Stop => {
  const { findLost, showLife, ...sessions } = createSessions(place)
  const again = createReminder(place.platform, () => {
    showLife()
    findLost()
    again.set(LIFE_MILLIS)
  })
  again.set(LIFE_MILLIS)
  const unsubscribe = candor.subscribe(showLife)
  const stop = collect({ candor, app, sessions })
  return () => {
    stop()
    unsubscribe()
    again.clear()
    sessions.end()
  }
}
