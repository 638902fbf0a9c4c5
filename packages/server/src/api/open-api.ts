import type { TSchema } from 'typebox'
import { API_CONTRACT } from './contract/api-contract.js'
import { NAMED_SHAPES } from './contract/named-shapes.js'
import type { OtherAnswer, RouteDefinition } from './contract/route.js'

/** A value of JSON. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const plain = (schema: TSchema): Json => JSON.parse(JSON.stringify(schema)) as Json

const NAME_BY_TEXT: ReadonlyMap<string, string> = new Map(
  NAMED_SHAPES.map(([name, schema]): [string, string] => [JSON.stringify(schema), name]).toReversed(),
)

/** A schema in which what has a name stands as a reference to it. */
const referred = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((each: Json) => referred(each))
  if (typeof value !== 'object' || value === null) return value
  const name = NAME_BY_TEXT.get(JSON.stringify(value))
  return name === undefined
    ? inside(value as { readonly [key: string]: Json })
    : { $ref: `#/components/schemas/${name}` }
}

const inside = (value: { readonly [key: string]: Json }): Json =>
  Object.fromEntries(Object.entries(value).map(([key, each]) => [key, referred(each)]))

const schemaOf = (schema: TSchema): Json => referred(plain(schema))

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly required?: readonly string[]
}

const parametersOf = (schema: TSchema | undefined, place: 'path' | 'query'): Json[] => {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: schemaOf(each),
  }))
}

const textHeader = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', maxLength: 200 },
})

const IDEMPOTENCY = textHeader(
  'Idempotency-Key',
  'The same request with the same key is done once, and answered alike for a day',
)
const IF_MATCH = textHeader(
  'If-Match',
  'The revision that was seen, in quotes; a browser session must send it',
)

const headersOf = ({ method, revision, writes }: RouteDefinition): Json[] => [
  ...(method === 'GET' || writes === 'nothing' ? [] : [IDEMPOTENCY]),
  ...(revision === 'checked' ? [IF_MATCH] : []),
]

const isOther = (answer: TSchema | OtherAnswer): answer is OtherAnswer => 'mediaType' in answer

const answerOf = ({ answer, summary }: RouteDefinition): Json => {
  if (answer === undefined) return { description: summary }
  return isOther(answer)
    ? { description: answer.description, content: { [answer.mediaType]: { schema: { type: 'string' } } } }
    : { description: summary, content: { 'application/json': { schema: schemaOf(answer) } } }
}

const PROBLEM: Json = {
  description: 'It was refused: why, and the way out',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const securityOf = ({ access }: RouteDefinition): Json =>
  access.kind === 'everybody' ? [] : [{ session: [] }, { token: [] }]

const operationOf = (operationId: string, route: RouteDefinition): Json => ({
  operationId,
  tags: [route.tag],
  summary: route.summary,
  security: securityOf(route),
  'x-access': plain(route.access),
  parameters: [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...headersOf(route),
  ],
  ...(route.body !== undefined && {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } },
  }),
  responses: { [String(route.status ?? 200)]: answerOf(route), default: PROBLEM },
})

const pathsOf = (): Json => {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [operationId, route] of Object.entries(API_CONTRACT)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(operationId, route) }
  }
  return paths
}

/** The API as OpenAPI 3.1 describes it, made of the contract. */
export const openApiDocument = (): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Candor',
    version: '1',
    description: 'The API of the admin centre, the insights and the command line.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  paths: pathsOf(),
  components: {
    schemas: Object.fromEntries(NAMED_SHAPES.map(([name, schema]) => [name, inside(plain(schema) as never)])),
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'candor.session_token' },
      token: { type: 'http', scheme: 'bearer' },
    },
  },
})
