import type { DevicePractices } from '@candor/practices'

import type { Candor } from './candor.js'
import type { Count } from './diagnostics.js'

/** What the app says of itself. */
export interface AppDescription {
  /** As users know it, such as Contoso Desk. */
  readonly name: string
  readonly version?: string
}

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

/** What automatic collection works with. */
export interface CollectParts<P extends DevicePractices = DevicePractices> {
  readonly candor: Candor<P>
  readonly app: AppDescription | undefined
  readonly sessions: Sessions
}

/** Begins to collect what the practices call automatic. Returns the way to stop. It is called once what is kept was read. */
export type Collect = (parts: CollectParts) => () => void

/** Begins to collect. What it throws is counted, also when it is stopped. Returns the way to stop. */
export const startCollecting = (collect: Collect, parts: CollectParts, count: Count): (() => void) => {
  const attempt = <T>(run: () => T): T | undefined => {
    try {
      return run()
    } catch {
      count('collect-failed')
      return undefined
    }
  }
  const stop = attempt(() => collect(parts))
  return () => attempt(() => stop?.())
}
