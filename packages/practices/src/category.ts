/** The data categories, in the order of the published page. Each has its own lane from the recorder to the table. */
export const DATA_CATEGORIES = ['census', 'usage', 'error'] as const

/** One of the three data categories. */
export type DataCategory = (typeof DATA_CATEGORIES)[number]

/** The ingest path of each lane. */
export const INGEST_PATHS = {
  census: '/v1/census',
  usage: '/v1/usage',
  error: '/v1/errors',
} as const satisfies Readonly<Record<DataCategory, string>>
