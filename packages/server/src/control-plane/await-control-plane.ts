import { Kysely, sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { isAway } from './away.js'
import { engineOf, openDialect } from './engine.js'

/** What is done while a control plane is waited for. */
export interface WhileAway {
  /** Told once, where it does not answer at first. What it answers is called when the wait is over. */
  readonly begin: (error: unknown) => Promise<() => Promise<void>>
}

const LOOK_MILLIS = 500

/** Why a database does not answer; undefined where it does. What is wrong in another way is thrown. */
const askOnce = async (place: string): Promise<unknown> => {
  const database = new Kysely<never>({ dialect: openDialect(place) })
  try {
    await sql`select 1`.execute(database)
    return undefined
  } catch (error) {
    if (isAway(error)) return error
    throw error
  } finally {
    await database.destroy()
  }
}

/**
 * Waits until PostgreSQL at a place answers, however long that takes; a file is always there. Throws what another try
 * would not mend, such as a wrong password.
 */
export const awaitControlPlane = async (place: string, { begin }: WhileAway): Promise<void> => {
  if (engineOf(place) === 'sqlite') return
  const away = await askOnce(place)
  if (away === undefined) return
  const end = await begin(away)
  try {
    do await pause(LOOK_MILLIS)
    while ((await askOnce(place)) !== undefined)
  } finally {
    await end()
  }
}
