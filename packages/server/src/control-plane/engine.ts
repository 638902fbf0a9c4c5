import { PostgresDialect, SqliteAdapter, SqliteDialect, type Dialect } from 'kysely'
import Database from 'libsql'
import pg from 'pg'

/** What the control plane can be kept in. */
export const ENGINES = ['sqlite', 'postgres'] as const

/** What the control plane is kept in: a file, or a PostgreSQL database that several machines share. */
export type Engine = (typeof ENGINES)[number]

/** The engine of a place: a postgres:// address, else the path of a file. */
export const engineOf = (place: string): Engine =>
  /^postgres(?:ql)?:\/\//.test(place) ? 'postgres' : 'sqlite'

/** SQLite rolls changes of tables back as well, which the framework does not know: a migration that is cut off leaves nothing. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

const openSqlite = (path: string): Dialect => {
  const database = new Database(path)
  // Collector processes read the same file.
  database.pragma('busy_timeout = 5000')
  database.pragma('journal_mode = WAL')
  database.pragma('foreign_keys = ON')
  const dialect = new SqliteDialect({ database })
  return Object.assign(dialect, { createAdapter: () => new TransactionalSqliteAdapter() })
}

const WHOLE_NUMBER = 20
const MOST_CONNECTIONS = 8
/** What does not answer by then is away. */
const PATIENCE_MILLIS = 5000

/** Whole numbers of 64 bits come as numbers: none here passes 2^53. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text'): unknown =>
    id === WHOLE_NUMBER
      ? Number
      : (pg.types.getTypeParser as (id: number, format?: 'text') => unknown)(
          id,
          format,
        )) as pg.CustomTypesConfig['getTypeParser'],
}

const openPostgres = (connectionString: string): Dialect => {
  const pool = new pg.Pool({
    connectionString,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: PATIENCE_MILLIS,
    query_timeout: PATIENCE_MILLIS,
    types: TYPES,
    application_name: 'candor',
  })
  // A connection that is cut while nobody uses it: whoever asks next gets another one, or is told.
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool })
}

/** Opens the database of a place. */
export const openDialect = (place: string): Dialect =>
  engineOf(place) === 'sqlite' ? openSqlite(place) : openPostgres(place)
