import { errorOf, operatorHeaders, type ServiceAccess } from '../service-access.js'

/** A pool as the service keeps it: its host name, whose it is, and the site it stands at. */
export interface RegisteredPool {
  readonly fqdn: string
  readonly organisation: string
  readonly site: string
}

/** Registers pools at a running service; the same one twice changes nothing. Throws the coded error of a refusal. */
export const registerPools = async (
  access: ServiceAccess,
  pools: readonly RegisteredPool[],
): Promise<void> => {
  for (const pool of pools) {
    const response = await fetch(`${access.url}/api/pools`, {
      method: 'PUT',
      headers: { ...operatorHeaders(access), 'content-type': 'application/json' },
      body: JSON.stringify(pool),
    })
    if (!response.ok) throw await errorOf(response)
  }
}
