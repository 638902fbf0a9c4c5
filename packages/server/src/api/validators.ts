import { Ajv } from 'ajv'
import type { FastifySchemaCompiler } from 'fastify'

const EMAIL = /^[^\s@\p{C}]{1,64}@[^\s@\p{C}]{1,189}$/u
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/

/** The formats that the contract names. */
export const FORMATS = {
  email: (text: string): boolean => EMAIL.test(text),
  'date-time': (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text)),
}

const options = { allErrors: false, strict: true, allowUnionTypes: true, formats: FORMATS } as const

/** Bodies are taken as they are. */
const exact = new Ajv(options)

/** In an address everything is text: numbers are read from it. What a route does not know there is passed over, as is usual. */
const fromText = new Ajv({ ...options, coerceTypes: true, removeAdditional: true })

/** Compiles what checks a part of a request. */
export const validators: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? exact : fromText).compile(schema)
