import type { TSchema } from 'typebox'

interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'somebody@example.com',
  'date-time': '2026-11-30T00:00:00.000Z',
}

const text = ({ format, pattern, minLength = 1 }: Schema): string => {
  if (format !== undefined) return FORMATS[format] ?? ''
  if (pattern === '^[0-9a-f]{64}$') return '0'.repeat(64)
  return 'a'.repeat(minLength)
}

const sample = (schema: Schema, name = ''): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.anyOf !== undefined) return sample(schema.anyOf[0] ?? {}, name)
  if (name === 'organisation' && schema.type === 'string') return 'contoso.com'
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((each) => [each, sample(schema.properties?.[each] ?? {}, each)]),
      )
    case 'string':
      return text(schema)
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'array':
      return []
    default:
      return null
  }
}

/** A value of the form of a schema, with nothing in it that need not be there; undefined where there is no schema. */
export const sampleOf = (schema: TSchema | undefined): unknown =>
  schema === undefined ? undefined : sample(JSON.parse(JSON.stringify(schema)) as Schema)
