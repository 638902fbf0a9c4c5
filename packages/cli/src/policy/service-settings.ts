import type { Policy } from '@candor/practices'
import { errorOf, operatorHeaders, type ServiceAccess } from '../service-access.js'
import { CommandFault, EXIT_CODES } from './fault.js'
import type { KeptSetting, SettingsPort } from './settings-port.js'

/** Milliseconds that a service has to answer. */
const TIMEOUT_MILLIS = 15_000

/** The fault of a service that does not answer, or not as one does. */
export const unreachable = (url: string, cause: unknown): CommandFault =>
  new CommandFault(
    {
      code: 'CANDOR_SERVICE_UNREACHABLE',
      exitCode: EXIT_CODES.refused,
      detail: { en: `No service answers at ${url}.`, es: `Ningún servicio responde en ${url}.` },
      remedy: {
        en: 'Start it, give its address with --url or CANDOR_URL, or, with a command for settings, work on a file with --settings-file.',
        es: 'Inícielo, indique su dirección con --url o CANDOR_URL, o, con un comando de ajustes, trabaje en un archivo con --settings-file.',
      },
    },
    { cause },
  )

const request = async (url: string, path: string, init: RequestInit = {}): Promise<unknown> => {
  const answered = fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MILLIS) })
  const response = await answered.catch((cause: unknown) => {
    throw unreachable(url, cause)
  })
  if (!response.ok) throw await errorOf(response)
  return response.json().catch((cause: unknown) => {
    throw unreachable(url, cause)
  })
}

const isKeptSetting = (value: unknown): value is KeptSetting => {
  const { organisation, control, scope } = (value ?? {}) as Readonly<Record<string, unknown>>
  return [organisation, control, scope].every((part) => typeof part === 'string')
}

/** The settings of a product in a running service. */
export const createServiceSettings = (access: ServiceAccess, product: string): SettingsPort => {
  const headers = operatorHeaders(access)
  return {
    keeper: 'service',
    list: async () => {
      const query = new URLSearchParams({ product }).toString()
      const answer = await request(access.url, `/api/settings?${query}`, { headers })
      const { settings } = (answer ?? {}) as { readonly settings?: unknown }
      if (!Array.isArray(settings)) throw unreachable(access.url, new Error('the answer holds no settings'))
      return settings.filter(isKeptSetting)
    },
    change: async (change) => {
      await request(access.url, '/api/settings', {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ product, ...change }),
      })
    },
  }
}

/** Whose policy is asked for. */
export interface PolicyQuestion {
  readonly url: string
  /** An ingest key of the product, as its devices send it. */
  readonly key: string
  readonly organisation: string
  readonly pool: string
}

/** The policy that a device of an organisation gets from a running service, in a meeting of a pool. */
export const fetchPolicy = async ({ url, key, organisation, pool }: PolicyQuestion): Promise<Policy> => {
  const query = new URLSearchParams({ key, org: organisation, pool }).toString()
  const policy = (await request(url, `/v1/policy?${query}`)) as Policy | null
  if (typeof policy?.settings !== 'object') throw unreachable(url, new Error('the answer is no policy'))
  return policy
}
