import { CandorError } from '@candor/practices'
import { Kysely, Migrator } from 'kysely'
import { engineOf, openDialect } from './engine.js'
import { isAway } from './away.js'
import { createMigrations } from './migrations.js'
import type { ControlPlaneTables } from './schema.js'

/** The control plane's database. */
export type ControlPlane = Kysely<ControlPlaneTables>

/**
 * Opens the control plane (SQLite in a file, or PostgreSQL by a postgres:// address) and brings it to the newest
 * migration; what was cut off before is done again. Throws CANDOR_CONTROL_PLANE_AWAY where PostgreSQL does not answer.
 */
export const openControlPlane = async (place: string): Promise<ControlPlane> => {
  const controlPlane = new Kysely<ControlPlaneTables>({ dialect: openDialect(place) })
  const migrations = createMigrations(engineOf(place))
  const migrator = new Migrator({
    db: controlPlane,
    provider: { getMigrations: async () => ({ ...migrations }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return controlPlane
  await controlPlane.destroy()
  if (isAway(error)) throw new CandorError('CANDOR_CONTROL_PLANE_AWAY', {}, { cause: error })
  throw new Error('the control plane could not be brought to the newest migration', { cause: error })
}
