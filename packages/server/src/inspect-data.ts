import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openSpoolTables } from './spool/spool-tables.js'
import { openEmbeddedStore } from './store/embedded-store.js'

/** What a spool holds. */
export interface SpoolContents {
  /** Reports that wait for the store. */
  readonly pending: number
  /** Records that could not be stored and are kept aside. */
  readonly setAside: number
}

const ANY_DAYS = 60

/** Looks into the spool of a data folder, also while a service uses it. undefined where there is none. */
export const inspectSpool = async (dataFolder: string): Promise<SpoolContents | undefined> => {
  const folder = join(dataFolder, 'spool')
  if (!existsSync(join(folder, 'data.mdb'))) return undefined
  const tables = openSpoolTables(folder, ANY_DAYS)
  try {
    const states = [...tables.lanes.getRange()].map(({ value }) => value)
    const pending = states.reduce((sum, { lastPlace, releasedPlace }) => sum + lastPlace - releasedPlace, 0)
    return { pending, setAside: tables.aside.getCount() }
  } finally {
    await tables.root.close()
  }
}

/** Opens the store of a data folder and closes it again. Throws a CandorError where it cannot be opened, or another process has it. */
export const inspectStore = async (dataFolder: string): Promise<'opens' | 'missing'> => {
  const folder = join(dataFolder, 'store')
  if (!existsSync(folder)) return 'missing'
  const store = await openEmbeddedStore({ folder })
  await store.query('SELECT 1')
  await store.close()
  return 'opens'
}
