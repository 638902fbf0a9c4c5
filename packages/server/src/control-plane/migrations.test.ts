import { getMigrations } from 'better-auth/db/migration'
import { Kysely, Migrator, sql, type Migration } from 'kysely'
import { expect, test } from 'vitest'
import { libraryOptions } from '../people/library.js'
import { describeEachEngine } from '../testing/control-engines.js'
import { openDialect } from './engine.js'
import { createMigrations } from './migrations.js'
import { openControlPlane } from './open-control-plane.js'

describeEachEngine('the migrations', ({ engine, place }) => {
  test('make the tables that the library of accounts wants, and nothing is left for it to do', async () => {
    const controlPlane = await openControlPlane(await place())
    const options = libraryOptions({
      controlPlane,
      engine,
      secret: 'a secret of a test, which is long enough for it',
      origin: 'http://127.0.0.1',
      singleSignOn: [],
      mayJoin: async () => 'refused',
    })
    const { toBeCreated, toBeAdded } = await getMigrations(options)
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
    await controlPlane.destroy()
  })

  test('may run again, and by two processes at once', async () => {
    const at = await place()
    const first = await openControlPlane(at)
    const again = await openControlPlane(at)
    expect(await again.selectFrom('organisations').selectAll().execute()).toEqual([])
    await Promise.all([first.destroy(), again.destroy()])
  })

  test('leave nothing behind where one is cut off, and are done whole the next time', async () => {
    const at = await place()
    const migrations = createMigrations(engine)
    const cutOff: Migration = {
      up: async (db) => {
        await migrations['0040-governance']?.up(db)
        throw new Error('cut off')
      },
    }
    const database = new Kysely<Record<string, never>>({ dialect: openDialect(at) })
    const provider = { getMigrations: async () => ({ ...migrations, '0040-governance': cutOff }) }
    const { error } = await new Migrator({ db: database, provider }).migrateToLatest()
    expect(error).toMatchObject({ message: 'cut off' })
    await expect(sql`select * from organisations`.execute(database)).rejects.toThrow(/organisations/)
    await database.destroy()
    const controlPlane = await openControlPlane(at)
    expect(await controlPlane.selectFrom('organisations').selectAll().execute()).toEqual([])
    await controlPlane.destroy()
  })
})
