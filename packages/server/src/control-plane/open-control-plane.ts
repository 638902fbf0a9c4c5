import { Kysely, Migrator, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { MIGRATIONS } from './migrations.js'
import type { ControlPlaneTables } from './schema.js'

/** The control plane's database. */
export type ControlPlane = Kysely<ControlPlaneTables>

/** Opens the embedded control plane (SQLite, in a file) and brings it to the newest migration. */
export const openControlPlane = async (path: string): Promise<ControlPlane> => {
  const database = new Database(path)
  // Collector processes read the same file.
  database.pragma('busy_timeout = 5000')
  database.pragma('journal_mode = WAL')
  const controlPlane = new Kysely<ControlPlaneTables>({ dialect: new SqliteDialect({ database }) })
  const migrator = new Migrator({
    db: controlPlane,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined)
    throw new Error('the control plane could not be brought to the newest migration', { cause: error })
  return controlPlane
}
