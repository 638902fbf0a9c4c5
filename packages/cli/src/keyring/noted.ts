import { existsSync } from 'node:fs'
import type { AuditFact } from '@candor/server/audit-log'
import type { Talk } from '../policy/run-command.js'

/** What a change of the keyring answers, and what the audit log tells of it. */
export interface NotedWork<T> {
  readonly result: T
  readonly fact: AuditFact
}

/** Makes a change that the audit log tells of: where that cannot be written, nothing is changed. */
export type Noted = <T>(work: () => Promise<NotedWork<T>>) => Promise<T>

const isAddress = (place: string): boolean => /^postgres(?:ql)?:/.test(place)

/** Notes changes in the audit log of the control plane at a place. Where there is none yet, a notice says so. */
export const createNoted =
  (place: string, talk: Pick<Talk, 'notice'>): Noted =>
  async (work) => {
    if (!isAddress(place) && !existsSync(place)) {
      talk.notice({
        en: 'No control plane is beside this keyring: no audit log tells of this. Give it with --control or CANDOR_CONTROL.',
        es: 'No hay ningún plano de control junto a este archivo de claves: ningún registro de auditoría lo contará. Indíquelo con --control o CANDOR_CONTROL.',
      })
      return (await work()).result
    }
    // Loaded here, so that the other commands start without the database.
    const { doAudited } = await import('@candor/server/audit-log')
    return doAudited(place, Date.now(), work)
  }
