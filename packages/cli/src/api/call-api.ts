import type { Answered, API_CONTRACT, RouteDefinition, Taken } from '@candor/server/api-contract'
import { requestService } from '../admission/ask-service.js'
import type { ServiceAccess } from '../service-access.js'

type Routes = typeof API_CONTRACT

/** The name of a route of the API. */
export type Operation = keyof Routes

/** What a route answers. */
export type AnswerOf<O extends Operation> = Answered<Routes[O]>

type Needed<T> = { readonly [K in keyof T as T[K] extends undefined ? never : K]: T[K] }

/** What a route takes, and the revision that was seen, so that nothing newer is overwritten. */
export type GivenTo<O extends Operation> = Needed<Taken<Routes[O]>> & { readonly seen?: number }

/** Calls a route of the API, as the pages do. */
export type CallApi = <O extends Operation>(operation: O, given: GivenTo<O>) => Promise<AnswerOf<O>>

interface AnyGiven {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: object
  readonly seen?: number
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map((each) => String(each)) : [String(value)]

const pathOf = ({ path }: RouteDefinition, { params = {}, query = {} }: AnyGiven): string => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  // A list is a parameter for each of its values.
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : textsIn(value).map((text): [string, string] => [name, text]),
  )
  const search = new URLSearchParams(asked).toString()
  return search === '' ? filled : `${filled}?${search}`
}

/** Calls the routes of a service by its contract. Throws the coded error of a refusal, or that nothing answers. */
export const createCallApi = (access: ServiceAccess): CallApi => {
  const call = async (operation: Operation, given: AnyGiven): Promise<unknown> => {
    // Loaded where it is needed, since most commands ask nothing.
    const { API_CONTRACT: contract } = await import('@candor/server/api-contract')
    const route: RouteDefinition = contract[operation]
    const { body, seen } = given
    const answer = await requestService(access, pathOf(route, given), {
      method: route.method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(seen !== undefined && { 'if-match': `"${seen}"` }),
      },
    })
    return answer.status === 204 ? undefined : answer.json()
  }
  return call as CallApi
}
