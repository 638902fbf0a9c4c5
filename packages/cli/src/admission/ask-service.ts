import { unreachable } from '../policy/service-settings.js'
import { errorOf, operatorHeaders, type ServiceAccess } from '../service-access.js'

/** A question to a service's API. */
export interface ServiceQuestion {
  /** Default GET. */
  readonly method?: 'PUT' | 'POST' | 'DELETE'
  readonly path: string
  /** Sent as JSON. */
  readonly body?: object
}

/** Asks a service as an operator, and answers its JSON. Throws the coded error of its refusal. */
export const askService = async (
  access: ServiceAccess,
  { method, path, body }: ServiceQuestion,
): Promise<unknown> => {
  const headers = {
    ...operatorHeaders(access),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  const init = {
    headers,
    ...(method !== undefined && { method }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
  const answer = await fetch(access.url + path, init).catch((cause: unknown) => {
    throw unreachable(access.url, cause)
  })
  if (!answer.ok) throw await errorOf(answer)
  return answer.json()
}
