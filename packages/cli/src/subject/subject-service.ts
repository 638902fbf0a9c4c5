import { setTimeout } from 'node:timers/promises'
import type { DataCategory, Language, Receipt } from '@candor/practices'
import { unreachable } from '../policy/service-settings.js'
import { errorOf, operatorHeaders, type ServiceAccess } from '../service-access.js'
import type { AskedSubject } from './read-subject.js'

/** What the service holds of a subject. */
export interface HeldData {
  readonly product: string
  readonly lanes: Readonly<
    Record<string, { readonly rows: readonly object[]; readonly readable: readonly string[] }>
  >
  readonly notes: readonly string[]
}

/** An erasure in one lane. */
export interface ErasureState {
  readonly request: string
  readonly category: DataCategory
  readonly state: 'accepted' | 'done'
  readonly receipt?: Receipt
}

/** The erasures that the service accepted. */
export interface AcceptedErasures {
  readonly requests: readonly ErasureState[]
  readonly notes: readonly string[]
}

/** What a subject command asks the service. */
export interface SubjectService {
  access(product: string, subject: AskedSubject): Promise<HeldData>
  erase(product: string, subject: AskedSubject): Promise<AcceptedErasures>
  /** Waits until the erasures are done; what is not done after so many milliseconds is answered as it is. */
  follow(requests: readonly ErasureState[], patienceMillis: number): Promise<readonly ErasureState[]>
}

const POLL_MILLIS = 300

/** A service's subject requests, for an operator. */
export const createSubjectService = (access: ServiceAccess, language: Language): SubjectService => {
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const answer = await fetch(`${access.url}${path}`, init).catch((cause: unknown) => {
      throw unreachable(access.url, cause)
    })
    if (!answer.ok) throw await errorOf(answer)
    return answer.json()
  }
  const headers = operatorHeaders(access)
  const post = (kind: string, body: object): Promise<unknown> =>
    ask(`/api/subject/${kind}?lang=${language}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const look = async ({ request }: ErasureState): Promise<ErasureState> =>
    (await ask(`/api/subject/erasure/${encodeURIComponent(request)}`, { headers })) as ErasureState
  return {
    access: async (product, subject) => (await post('access', { product, ...subject })) as HeldData,
    erase: async (product, subject) => (await post('erasure', { product, ...subject })) as AcceptedErasures,
    follow: async (requests, patienceMillis) => {
      const untilMillis = Date.now() + patienceMillis
      for (;;) {
        const states = await Promise.all(requests.map(look))
        if (states.every(({ state }) => state === 'done') || Date.now() >= untilMillis) return states
        await setTimeout(POLL_MILLIS)
      }
    },
  }
}
