import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatTime, INGEST_PATHS, type DataCategory, type Practices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import type { ServiceOptions } from '../options.js'
import { createService } from '../service.js'

type Json = Readonly<Record<string, unknown>>

/** What became of a lane's reports, as the service tells it. */
export type Balance = Readonly<Record<'received' | 'stored' | 'duplicate' | 'pending', number>> & {
  readonly refused: Readonly<Record<string, number>>
}

/** An answer with its body. */
export interface Answered {
  readonly status: number
  readonly retryAfter: string | null
  readonly body: Json
}

/** What a tested service is started with. */
export type Given = Partial<Omit<ServiceOptions, 'dataFolder' | 'now'>>

/** The refused reports of a balance, all codes together. */
export const refusedIn = ({ refused }: Balance): number =>
  Object.values(refused).reduce((sum, count) => sum + count, 0)

/** How a running service is asked. */
interface Door {
  readonly url: () => string
  readonly folder: string
  readonly clock: { millis: number }
}

const createAsks = ({ url, folder, clock }: Door) => {
  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const answer = await fetch(url() + path, init)
    const body = (await answer.json()) as Json
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body }
  }
  const asOperatorHeaders = () => ({
    authorization: `Bearer ${readFileSync(join(folder, 'operator-token'), 'utf8').trim()}`,
  })
  const asOperator = (method: string, path: string, body?: object): Promise<Answered> => {
    const headers = asOperatorHeaders()
    if (body === undefined) return ask(path, { method, headers })
    const json = { ...headers, 'content-type': 'application/json' }
    return ask(path, { method, headers: json, body: JSON.stringify(body) })
  }
  const send = (
    category: DataCategory,
    reports: readonly unknown[],
    more: object = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> => {
    const envelope = { v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', ...more, reports }
    return ask(`${INGEST_PATHS[category]}?key=demo`, {
      method: 'POST',
      body: JSON.stringify(envelope),
      headers,
    })
  }
  const reportOf = (category: DataCategory, data: object, id: string = randomUUID()) => {
    const at = formatTime(category, clock.millis)
    return { id, from: at, to: at, data }
  }
  const balance = async (category: DataCategory): Promise<Balance> =>
    (await ask('/api/conservation')).body[category] as Balance
  return { ask, asOperatorHeaders, asOperator, send, reportOf, balance }
}

/** A real service in a folder of its own, with a clock that tests set, and people who send to it and ask it. */
export const startAdmissionService = async (given: Given = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-admission-'))
  const clock = { millis: Date.parse('2026-11-22T12:20:00Z') }
  const now = () => clock.millis
  const start = (practices: readonly Practices[]) => {
    const products = practices.map((each) => ({ practices: each, keys: ['demo'] }))
    return createService({ port: 0, products, ...given, dataFolder: folder, now })
  }
  let service = await start([skypeTeams])
  const url = () => service.url
  return {
    ...createAsks({ url, folder, clock }),
    folder,
    clock,
    url,
    settle: () => service.settle(),
    /** Ends the service and starts it again, with other practices where they are given. */
    restart: async (practices: readonly Practices[] = [skypeTeams]): Promise<void> => {
      await service.close()
      service = await start(practices)
    },
    stop: async (): Promise<void> => {
      await service.close()
      rmSync(folder, { recursive: true })
    },
  }
}
