import { AUTOMATIC_SOURCES } from '../automatic-source.js'
import { DATA_CATEGORIES } from '../category.js'
import { KINDS_BY_CATEGORY } from '../data-type.js'
import { LANGUAGES } from '../language.js'

const text = { type: 'string', minLength: 1 } as const
const days = { type: 'integer', minimum: 1 } as const
const localised = { $ref: '#/$defs/localised' } as const
const texts = { type: 'array', items: text } as const
const allOr = { oneOf: [{ const: 'all' }, texts] } as const

/** An object with exactly these properties. */
const exactly = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const automatic = exactly({ source: { enum: AUTOMATIC_SOURCES }, statement: localised })

const dataType = exactly({
  id: { type: 'string', pattern: String.raw`^(census|usage|error)\.[A-Za-z][A-Za-z0-9]*$` },
  name: text,
  label: localised,
  kind: { enum: [...new Set(Object.values(KINDS_BY_CATEGORY).flat())] },
  example: text,
  note: { oneOf: [{ type: 'null' }, localised] },
  holds: { oneOf: [{ type: 'null' }, localised] },
  automatic: { oneOf: [{ type: 'null' }, automatic] },
  purpose: localised,
  retentionDays: days,
})

const rule = exactly({
  applies: localised,
  clients: allOr,
  os: allOr,
  dataTypes: allOr,
  statement: localised,
  controls: texts,
  controlLines: { type: 'array', items: localised },
})

const category = exactly({
  category: { enum: DATA_CATEGORIES },
  label: localised,
  purpose: localised,
  summary: localised,
  identifies: localised,
  owner: text,
  retentionDays: days,
  dataTypes: { type: 'array', items: { $ref: '#/$defs/dataType' } },
  rules: { type: 'array', items: { $ref: '#/$defs/rule' } },
})

/** The JSON Schema (draft 2020-12) of the published practices, as `describePractices` writes them. */
export const PRACTICES_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: '/practices.schema.json',
  title: 'Published data collection practices',
  $defs: {
    localised: exactly(Object.fromEntries(LANGUAGES.map((language) => [language, text]))),
    dataType,
    rule,
    category,
  },
  ...exactly({
    product: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
    version: { type: 'integer', minimum: 1 },
    fingerprint: text,
    name: localised,
    summary: localised,
    clients: texts,
    categories: { type: 'array', items: { $ref: '#/$defs/category' } },
    remarks: { type: 'array', items: localised },
  }),
} as const
