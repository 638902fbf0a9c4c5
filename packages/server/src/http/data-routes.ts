import { PassThrough } from 'node:stream'
import { CandorError, DATA_CATEGORIES, type Practices } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import type { Retention } from '../retention/create-retention.js'
import type { Spool } from '../spool/spool.js'
import { EXPORT_FORMATS, type ExportFormat, type Store } from '../store/store.js'
import type { Subjects } from '../subject/create-subjects.js'
import { findPractices } from './find-practices.js'
import type { RequireOperator } from './operator.js'

interface DataQuery {
  readonly product?: string
  readonly format?: string
}

interface DataParts {
  readonly products: readonly Practices[]
  readonly spool: Spool
  readonly store: Store
  readonly subjects: Pick<Subjects, 'erased'>
  readonly retention: Pick<Retention, 'expired'>
  readonly requireOperator: RequireOperator
}

const MEDIA_TYPES = {
  jsonl: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const satisfies Readonly<Record<ExportFormat, string>>

const formatOf = (text = 'jsonl'): ExportFormat => {
  const format = EXPORT_FORMATS.find((known) => known === text)
  if (format === undefined)
    throw new CandorError('CANDOR_QUERY_REFUSED', {
      parameter: 'format',
      expected: EXPORT_FORMATS.join(', '),
    })
  return format
}

/** `GET /api/conservation` for everybody (of what was stored, `erased` was deleted since for its subjects, and `expired` since its time was over), and `GET /api/export/<lane>` for operators. */
export const addDataRoutes = (
  app: FastifyInstance,
  { products, spool, store, subjects, retention, requireOperator }: DataParts,
): void => {
  app.get<{ Querystring: DataQuery }>('/api/conservation', async ({ query }) => {
    const product = query.product === undefined ? undefined : findPractices(products, query.product).product
    const erased = await subjects.erased(product)
    const expired = await retention.expired(product)
    const balances = spool.conservation(product)
    return Object.fromEntries(
      DATA_CATEGORIES.map((category) => [
        category,
        { ...balances[category], erased: erased[category], expired: expired[category] },
      ]),
    )
  })
  for (const category of DATA_CATEGORIES) {
    app.get<{ Querystring: DataQuery }>(
      `/api/export/${category}`,
      { preHandler: requireOperator },
      async ({ query }, reply) => {
        const { product } = findPractices(products, query.product)
        const format = formatOf(query.format)
        const rows = new PassThrough()
        store
          .export({ product, category }, format, rows)
          .catch((error: unknown) => rows.destroy(error as Error))
        return reply
          .type(MEDIA_TYPES[format])
          .header('content-disposition', `attachment; filename="${product}-${category}.${format}"`)
          .send(rows)
      },
    )
  }
}
