/** Groups of an IPv6 address that name its network: the first 64 bits. */
const NETWORK_GROUPS = 4
const GROUPS = 8

const groupsIn = (text: string): readonly string[] => (text === '' ? [] : text.split(':'))

/**
 * Whom a limit by address counts together: an IPv4 address itself, and of IPv6 the /64 network, since one household has
 * all of it. Takes addresses without port, brackets or zone.
 */
export const networkOf = (address: string): string => {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::', 2)
  const [before, after] = [groupsIn(head), groupsIn(tail ?? '')]
  const gap = tail === undefined ? 0 : Math.max(0, GROUPS - before.length - after.length)
  return [...before, ...Array.from({ length: gap }, () => '0'), ...after]
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
