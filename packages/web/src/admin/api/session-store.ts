import { createObservable, type Observable } from '../../api/observable.js'
import type { Answer } from './answer.js'
import type { Shape } from './api.js'
import type { Problem } from '../../api/problem.js'
import type { Renewal } from './guarded-send.js'

/** What is known of who is signed in. */
export type KnownSession =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'known'; readonly state: Shape<'SessionState'> }

/** Whether the person is asked to sign in again. declined: not now, so that nothing asks until they want to. */
export type RenewalState = 'none' | 'asked' | 'declined'

/** Who is signed in, and the way back when a session has ended. */
export interface SessionStore extends Renewal {
  readonly session: Observable<KnownSession>
  readonly renewal: Observable<RenewalState>
  /** Reads anew who is signed in. */
  readonly refresh: () => Promise<void>
  /** The person signed in again: what waits goes on, where it is the same person. */
  readonly signedInAgain: () => Promise<void>
  /** The person does not want to sign in now: what waits fails. */
  readonly decline: () => void
  /** The person wants to sign in after all. */
  readonly ask: () => void
}

const accountOf = (session: KnownSession): string | undefined =>
  session.kind === 'known' ? session.state.account?.id : undefined

/** A store that has not read anything yet. */
export const createSessionStore = (read: () => Promise<Answer<Shape<'SessionState'>>>): SessionStore => {
  const session = createObservable<KnownSession>({ kind: 'loading' })
  const renewal = createObservable<RenewalState>('none')
  let waiting: ((outcome: 'renewed' | 'given-up') => void)[] = []
  const settle = (outcome: 'renewed' | 'given-up'): void => {
    const told = waiting
    waiting = []
    for (const tell of told) tell(outcome)
  }
  const refresh = async (): Promise<void> => {
    const answer = await read()
    session.set(
      answer.kind === 'done'
        ? { kind: 'known', state: answer.value }
        : { kind: 'failed', problem: answer.problem },
    )
  }
  return {
    session,
    renewal,
    refresh,
    isSignedIn: () => accountOf(session.get()) !== undefined,
    renew: () => {
      if (renewal.get() === 'declined') return Promise.resolve('given-up')
      renewal.set('asked')
      return new Promise((resolve) => waiting.push(resolve))
    },
    signedInAgain: async () => {
      const former = accountOf(session.get())
      await refresh()
      renewal.set('none')
      settle(accountOf(session.get()) === former ? 'renewed' : 'given-up')
    },
    decline: () => {
      renewal.set('declined')
      settle('given-up')
    },
    ask: () => renewal.set('asked'),
  }
}
