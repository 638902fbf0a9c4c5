import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { INGEST_PATHS, type DataCategory, type Receipt } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, vi } from 'vitest'
import { openFileKeySource } from '../../pseudonym/file-key-source.js'
import type { KeySource } from '../../pseudonym/key-source.js'
import { createService } from '../../service.js'

/** What the service answered. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
}

/** Milliseconds a day. */
export const DAY_MILLIS = 86_400_000

/** A row of an export or of an access. */
export type AnyRow = Readonly<Record<string, unknown>>

/** What becomes of a lane's reports, as the service tells it. */
export type Balance = Readonly<Record<'received' | 'stored' | 'duplicate' | 'pending' | 'erased', number>> & {
  readonly refused: Readonly<Record<string, number>>
}

const timeOf = (category: DataCategory, millis: number): string => {
  const iso = new Date(millis).toISOString()
  if (category === 'census') return iso.slice(0, 10)
  return category === 'usage' ? `${iso.slice(0, 13)}:00:00Z` : iso
}

/** How a running service is asked. */
interface Door {
  readonly url: () => string
  readonly folder: string
  readonly clock: { millis: number }
}

const createAsks = ({ url, folder, clock }: Door) => {
  const ask = async (
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> => {
    const post = { method: 'POST', body: JSON.stringify(body), headers }
    const answer = await fetch(url() + path, body === undefined ? { headers } : post)
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as AnyRow }
  }
  const asOperator = () => ({
    authorization: `Bearer ${readFileSync(join(folder, 'operator-token'), 'utf8').trim()}`,
    'content-type': 'application/json',
  })
  return {
    ask,
    asOperator,
    device: (kind: string, body: object) => ask(`/v1/subject/${kind}?key=demo`, { v: 1, ...body }),
    operator: (kind: string, body: object, query = '') =>
      ask(`/api/subject/${kind}${query}`, { product: 'skype-teams', ...body }, asOperator()),
    /** Sends one report, of now and with a random id unless it is told otherwise. */
    send: async (
      category: DataCategory,
      data: object,
      { id = randomUUID(), at = timeOf(category, clock.millis) }: { id?: string; at?: string } = {},
    ) => {
      const reports = [{ id, from: at, to: at, data }]
      const origin = category === 'census' ? {} : { org: 'contoso.com' }
      const envelope = {
        v: 1,
        practices: 'skype-teams@1',
        client: 'desktop',
        os: 'Windows',
        ...origin,
        reports,
      }
      return (await ask(`${INGEST_PATHS[category]}?key=demo`, envelope)).body
    },
    conservation: async () =>
      (await ask('/api/conservation')).body as Readonly<Record<DataCategory, Balance>>,
  }
}

const createErasures = ({ ask, device, operator }: ReturnType<typeof createAsks>) => {
  const receiptOf = (request: string): Promise<Receipt> =>
    vi.waitFor(
      async () => {
        const { body } = await ask(`/v1/subject/erasure/${request}?key=demo`)
        expect(body).toMatchObject({ request, state: 'done' })
        return body['receipt'] as Receipt
      },
      { timeout: 15_000, interval: 50 },
    )
  return {
    receiptOf,
    rowsOf: async (body: object) => (await device('access', body)).body['rows'] as readonly AnyRow[],
    erase: async (body: object): Promise<Receipt> => {
      const { status, body: answer } = await device('erasure', body)
      expect(status).toBe(202)
      expect(answer).toEqual({ request: expect.any(String) as string, state: 'accepted' })
      return receiptOf(answer['request'] as string)
    },
    eraseAsOperator: async (body: object): Promise<readonly Receipt[]> => {
      const { body: answer } = await operator('erasure', body)
      const requests = answer['requests'] as readonly { readonly request: string }[]
      return Promise.all(requests.map(({ request }) => receiptOf(request)))
    },
  }
}

const rowsIn = (text: string): readonly AnyRow[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AnyRow)

/** A real service in a folder of its own, and people who send to it and ask it, for tests of subject requests. */
export const startSubjectService = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-subjects-'))
  const clock = { millis: Date.parse('2026-11-22T12:20:00Z') }
  const products = [{ practices: skypeTeams, keys: ['demo'] }]
  const start = () => createService({ dataFolder: folder, port: 0, products, now: () => clock.millis })
  let service = await start()
  const asks = createAsks({ url: () => service.url, folder, clock })
  return {
    folder,
    clock,
    ...asks,
    ...createErasures(asks),
    settle: () => service.settle(),
    exported: async (lane: string): Promise<readonly AnyRow[]> => {
      await service.settle()
      const answer = await fetch(`${service.url}/api/export/${lane}`, { headers: asks.asOperator() })
      return rowsIn(await answer.text())
    },
    changeKeys: async (change: (keys: KeySource) => Promise<unknown>): Promise<void> => {
      const path = join(folder, 'keyring.json')
      const keys = await openFileKeySource({ path, whenMissing: 'refuse', nowMillis: clock.millis })
      await change(keys)
      keys.close()
    },
    restart: async (): Promise<void> => {
      await service.close()
      service = await start()
    },
    stop: async (): Promise<void> => {
      await service.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The ids of rows, in order. */
export const idsOf = (rows: readonly AnyRow[]): readonly string[] =>
  rows.map((row) => String(row['report_id'] ?? row['id'])).toSorted((a, b) => (a < b ? -1 : 1))
