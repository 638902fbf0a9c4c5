import { CandorError } from '@candor/practices'

import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'

/** The database that all tables are in. */
export const DATABASE = 'candor'

const IDENTIFIER = /^[A-Za-z][A-Za-z0-9_]{0,127}$/

/** A name as SQL writes it. Throws CANDOR_INTERNAL where it is none: names come from the practices only. */
export const identifier = (name: string): string => {
  if (!IDENTIFIER.test(name)) throw new CandorError('CANDOR_INTERNAL', { fault: 'not an identifier' })
  return `\`${name}\``
}

/** A text as SQL writes it; for paths and tokens of our own, never for values from outside. */
export const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** The name of a lane's table. A product's hyphens become underscores, which products never have. */
export const tableName = (lane: Lane): string => laneKey(lane).replaceAll('-', '_').replace('/', '_')

/** The table of a lane, as SQL writes it. */
export const tableOf = (lane: Lane): string => `${DATABASE}.${identifier(tableName(lane))}`
