import { CandorError } from '@candor/practices'
import { createClientAddress, parseTrustedProxies, type ClientAddress } from './client-address.js'

/** Finds the client's address, as the configuration trusts proxies. Throws CANDOR_CONFIGURATION_INVALID where an entry is no range. */
export const openClientAddress = (trustedProxies: readonly string[]): ClientAddress => {
  const parsed = parseTrustedProxies(trustedProxies)
  if (parsed.kind === 'parsed') return createClientAddress(parsed.value)
  throw new CandorError(parsed.code, {
    key: 'trustedProxies',
    fault: 'no address and no range',
    entry: parsed.field ?? '',
  })
}
