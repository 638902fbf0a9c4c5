import { Ajv, type ValidateFunction } from 'ajv'
import { API_CONTRACT } from '../contract/api-contract.js'
import type { RouteDefinition } from '../contract/route.js'
import { Problem } from '../contract/shapes.js'
import { FORMATS } from '../validators.js'

/** An answer of the API, as it came over HTTP. */
export interface AnsweredRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly status: number
  readonly mediaType: string
  readonly text: string
}

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, formats: FORMATS })

interface Known {
  readonly name: string
  readonly route: RouteDefinition
  readonly pattern: RegExp
  /** undefined: what it answers is no JSON, or nothing. */
  readonly isRight: ValidateFunction | undefined
}

const ROUTES: readonly Known[] = Object.entries<RouteDefinition>(API_CONTRACT)
  .map(([name, route]) => ({
    name,
    route,
    pattern: new RegExp(`^${route.path.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+')}$`),
    isRight:
      route.answer === undefined || 'mediaType' in route.answer ? undefined : ajv.compile(route.answer),
  }))
  // A path that is written out goes before one with a name in its place.
  .toSorted((a, b) => Number(a.route.path.includes(':')) - Number(b.route.path.includes(':')))

const isProblem = ajv.compile(Problem)

const told = (check: ValidateFunction): string => ajv.errorsText(check.errors, { dataVar: 'answer' })

const statusOf = ({ status, answer }: RouteDefinition): number => status ?? (answer === undefined ? 204 : 200)

const faultOf = ({ route, isRight }: Known, answer: AnsweredRequest): string | undefined => {
  const { status, mediaType, text } = answer
  if (status >= 400) {
    if (!mediaType.startsWith('application/problem+json')) return `a refusal as ${mediaType}`
    return isProblem(JSON.parse(text)) ? undefined : told(isProblem)
  }
  if (status !== statusOf(route)) return `${status} in place of ${statusOf(route)}`
  if (route.answer === undefined) return text === '' ? undefined : 'a body where none is promised'
  if (isRight === undefined) return undefined
  if (!mediaType.startsWith('application/json')) return `JSON as ${mediaType}`
  return isRight(JSON.parse(text)) ? undefined : told(isRight)
}

/**
 * Throws where an answer is not what the contract promises of its route: the status, the shape, and of a refusal a
 * problem document. Paths beside the contract are passed over. For tests, so that OpenAPI is what is answered.
 */
export const requireContract = (answer: AnsweredRequest): void => {
  const [pathname = ''] = answer.path.split('?', 1)
  const known = ROUTES.find(({ route, pattern }) => route.method === answer.method && pattern.test(pathname))
  if (known === undefined) return
  const fault = faultOf(known, answer)
  if (fault === undefined) return
  throw new Error(`${known.name} (${answer.method} ${pathname}) breaks its contract: ${fault}`)
}
