import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { CandorError } from '@candor/practices'
import { createClient, type ClickHouseClient } from '@clickhouse/client'
import { createChdbConnection } from 'chdb/connection'

/** Connections to one data folder. Each runs one statement at a time. */
export interface ChdbConnections {
  /** For inserts and definitions, which so never wait behind a read. */
  readonly writer: ClickHouseClient
  readonly readers: readonly ClickHouseClient[]
}

const READERS = 2

/** The process that the engine's own lock file names. */
const lockHolder = (folder: string): number | undefined => {
  try {
    const [, pid] = /PID: (\d+)/.exec(readFileSync(join(folder, 'status'), 'utf8')) ?? []
    return pid === undefined ? undefined : Number(pid)
  } catch {
    return undefined
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const openingError = (folder: string, error: unknown): CandorError => {
  const holder = lockHolder(folder)
  const isOtherFolder = String(error).includes('only one active data directory')
  if (isOtherFolder || (holder !== undefined && isAlive(holder))) {
    const facts = isOtherFolder ? { rule: 'one data folder a process' } : { process: holder ?? 0 }
    return new CandorError('CANDOR_DATA_FOLDER_IN_USE', { folder, ...facts }, { cause: error })
  }
  return new CandorError('CANDOR_STORE_DAMAGED', { folder }, { cause: error })
}

type ClientConnection = NonNullable<NonNullable<Parameters<typeof createClient>[0]>['connection']>

// The two packages declare the same contract each on its own; a private field keeps the compiler from seeing it.
const connect = (path: string): ClickHouseClient =>
  createClient({ connection: createChdbConnection({ path }) as unknown as ClientConnection })

/** Opens the connections to a data folder. Throws CANDOR_DATA_FOLDER_IN_USE where another process has it. */
export const openChdbConnections = (folder: string): ChdbConnections => {
  try {
    return { writer: connect(folder), readers: Array.from({ length: READERS }, () => connect(folder)) }
  } catch (error) {
    throw openingError(folder, error)
  }
}
