import { createHash } from 'node:crypto'
import { CandorError, formatTime, type Practices } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import { groupKey, type GroupRecord } from '../quarantine/quarantine.js'
import type { Replay } from '../quarantine/replay.js'
import type { QuarantineShelf } from '../spool/spool.js'
import { findPractices } from './find-practices.js'
import type { RequireOperator } from './operator.js'

interface QuarantineParts {
  readonly products: readonly Practices[]
  readonly quarantine: QuarantineShelf
  readonly replay: Replay
  readonly requireOperator: RequireOperator
}

interface QuarantineQuery {
  readonly product?: string
  readonly id?: string
}

const ID_LENGTH = 12

/** A short name of a group, the same as long as there is the group. */
const idOf = ({ group }: GroupRecord): string =>
  createHash('sha256').update(groupKey(group)).digest('base64url').slice(0, ID_LENGTH)

const readable = (record: GroupRecord) => {
  const { group, count, firstSeenMillis, lastSeenMillis, sample, kept } = record
  const { product: _product, ...facts } = group
  const [firstSeen, lastSeen] = [firstSeenMillis, lastSeenMillis].map((millis) =>
    formatTime(group.category, millis),
  )
  return { id: idOf(record), ...facts, count, firstSeen, lastSeen, kept, sample }
}

/** `/api/quarantine`: what is wrong with refused reports, and admitting them once their practices are known, for operators. */
export const addQuarantineRoutes = (app: FastifyInstance, parts: QuarantineParts): void => {
  const { products, quarantine, replay, requireOperator } = parts
  app.get<{ Querystring: QuarantineQuery }>(
    '/api/quarantine',
    { onRequest: requireOperator },
    async ({ query }) => {
      const { product } = findPractices(products, query.product)
      const { droppedGroups, droppedKept } = quarantine.totals(product)
      return { product, groups: quarantine.groups(product).map(readable), droppedGroups, droppedKept }
    },
  )
  app.post('/api/quarantine/replay', { onRequest: requireOperator }, async (request) => {
    const { product: name } = (request.body ?? {}) as { readonly product?: unknown }
    const { product } = findPractices(products, name)
    return { product, ...(await replay(product)) }
  })
  app.delete<{ Querystring: QuarantineQuery }>(
    '/api/quarantine',
    { onRequest: requireOperator },
    async ({ query: { product: name, id } }) => {
      const { product } = findPractices(products, name)
      const cleared = await quarantine.clear(product, (record) => id === undefined || idOf(record) === id)
      if (id !== undefined && cleared === 0)
        throw new CandorError('CANDOR_NOT_FOUND', { id: 'no such group' })
      return { product, cleared }
    },
  )
}
