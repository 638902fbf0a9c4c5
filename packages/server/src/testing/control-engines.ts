import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Engine } from '../control-plane/engine.js'
import { findPostgres, startPostgres, type Postgres } from './postgres.js'

/** Where a control plane of a test may be. */
export interface EnginePlaces {
  readonly engine: Engine
  /** A new, empty place: a file's path, or the address of a database. */
  readonly place: () => Promise<string>
}

const START_MILLIS = 60_000

const sqlitePlaces = (): EnginePlaces => {
  let folder = ''
  let made = 0
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'candor-control-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    engine: 'sqlite',
    place: async () => {
      made += 1
      return join(folder, `${made}.db`)
    },
  }
}

const postgresPlaces = (bin: string): EnginePlaces => {
  let server: Postgres | undefined
  beforeAll(async () => {
    server = await startPostgres(bin)
  }, START_MILLIS)
  afterAll(() => server?.close(), START_MILLIS)
  return {
    engine: 'postgres',
    place: async () => {
      if (server === undefined) throw new Error('PostgreSQL does not run')
      return server.createDatabase()
    },
  }
}

/** Describes tests once for each engine of the control plane; PostgreSQL's are skipped, by name, where it is not installed. */
export const describeEachEngine = (title: string, tests: (places: EnginePlaces) => void): void => {
  const bin = findPostgres()
  const engines = [
    { name: 'SQLite', places: sqlitePlaces },
    bin === undefined
      ? { name: 'PostgreSQL is not installed here: skipped', places: undefined }
      : { name: 'PostgreSQL', places: () => postgresPlaces(bin) },
  ]
  for (const { name, places } of engines) {
    describe.skipIf(places === undefined)(`${title} (${name})`, () => {
      tests(places?.() ?? { engine: 'postgres', place: async () => '' })
    })
  }
}
