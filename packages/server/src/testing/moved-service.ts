import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatTime, INGEST_PATHS, type DataCategory, type Practices } from '@candor/practices'
import { createService, type Service } from '../service.js'

/** A row of an export. */
export type ExportedRow = Readonly<Record<string, unknown>>

interface Sending {
  /** The end of what it covers; milliseconds since 1970. Default: now. */
  readonly atMillis?: number
  /** Default 1. */
  readonly version?: number
}

/** How a service with a clock that tests move is asked. */
const createAsks = (url: () => string, folder: string, product: string, clock: { millis: number }) => {
  const operator = async (method: string, path: string, body?: object) => {
    const token = readFileSync(join(folder, 'operator-token'), 'utf8').trim()
    const json = body !== undefined && { 'content-type': 'application/json' }
    const response = await fetch(url() + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...json },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, text: await response.text() }
  }
  return {
    operator,
    /** Sends one report; answers what the service does. */
    send: async (
      category: DataCategory,
      data: object,
      { atMillis = clock.millis, version = 1 }: Sending = {},
    ): Promise<ExportedRow> => {
      const at = formatTime(category, atMillis)
      const reports = [{ id: randomUUID(), from: at, to: at, data }]
      const body = { v: 1, practices: `${product}@${version}`, client: 'desktop', os: 'Windows', reports }
      const to = `${url()}${INGEST_PATHS[category]}?key=demo`
      return (await (await fetch(to, { method: 'POST', body: JSON.stringify(body) })).json()) as ExportedRow
    },
    get: async (path: string): Promise<unknown> => (await fetch(url() + path)).json(),
  }
}

/** A real service in a folder of its own, whose clock tests move. */
export const startMovedService = async (practices: Practices, folder?: string) => {
  const at = folder ?? mkdtempSync(join(tmpdir(), 'candor-moved-'))
  const clock = { millis: Date.parse('2026-11-22T12:20:00Z') }
  const start = (served: Practices): Promise<Service> =>
    createService({
      dataFolder: at,
      port: 0,
      products: [{ practices: served, keys: ['demo'] }],
      insights: 'open',
      now: () => clock.millis,
    })
  let service = await start(practices)
  const asks = createAsks(() => service.url, at, practices.product, clock)
  const rows = async (lane: DataCategory): Promise<readonly ExportedRow[]> => {
    await service.settle()
    const { text } = await asks.operator('GET', `/api/export/${lane}`)
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as ExportedRow)
  }
  return {
    folder: at,
    clock,
    ...asks,
    rows,
    /** A round of retention, now. */
    expire: async (): Promise<ExportedRow> => {
      await service.settle()
      return JSON.parse((await asks.operator('POST', '/api/retention')).text) as ExportedRow
    },
    url: () => service.url,
    settle: () => service.settle(),
    restart: async (served: Practices = practices): Promise<void> => {
      await service.close()
      service = await start(served)
    },
    close: async (): Promise<void> => {
      await service.close()
      if (folder === undefined) rmSync(at, { recursive: true })
    },
  }
}
