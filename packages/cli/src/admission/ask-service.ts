import { unreachable } from '../policy/service-settings.js'
import { errorOf, operatorHeaders, type ServiceAccess } from '../service-access.js'

/** A question to a service's API. */
export interface ServiceQuestion {
  /** Default GET. */
  readonly method?: 'PUT' | 'POST' | 'DELETE'
  readonly path: string
  /** Sent as JSON. */
  readonly body?: object
  /** The revision that was seen, so that nothing newer is overwritten. */
  readonly seen?: number
}

/** Sends a request to a service as an operator. Throws the coded error of its refusal, or that nothing answers. */
export const requestService = async (
  access: ServiceAccess,
  path: string,
  {
    headers,
    ...init
  }: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> => {
  const all = { ...operatorHeaders(access), ...headers }
  const answer = await fetch(access.url + path, { ...init, headers: all }).catch((cause: unknown) => {
    throw unreachable(access.url, cause)
  })
  if (!answer.ok) throw await errorOf(answer)
  return answer
}

/** Asks a service as an operator, and answers its JSON; undefined where nothing is answered. Throws the coded error of its refusal. */
export const askService = async (
  access: ServiceAccess,
  { method, path, body, seen }: ServiceQuestion,
): Promise<unknown> => {
  const answer = await requestService(access, path, {
    ...(method !== undefined && { method }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(seen !== undefined && { 'if-match': `"${seen}"` }),
    },
  })
  return answer.status === 204 ? undefined : answer.json()
}
