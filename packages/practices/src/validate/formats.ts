import { LIMITS } from '../limits.js'

/** Letters, digits, blanks and -_()+,/ : no dot, colon or at sign, so that no address or host can be written; nor a GUID. */
export const NAME =
  /^(?![\dA-Fa-f]{8}-(?:[\dA-Fa-f]{4}-){3}[\dA-Fa-f]{12}$)(?!\d+(?:-\d+){3}$)[\p{L}\p{N}][\p{L}\p{N} \-_()+,/]*$/u

/** Up to four numbers with a suffix, such as 8.3 or 6.1.0-18-amd64; never four that could be an IPv4 address. */
export const VERSION =
  /^(?!\d+(?:-\d+){3}$)(?!(?:0*(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}0*(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\d))\d{1,9}(?:\.\d{1,9}){0,3}(?:[-+ ][A-Za-z0-9-]{1,24})?$/

/** A BCP 47 tag's usual form: language, script, region and variants. */
export const LANGUAGE = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}$/

const HOST_LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const ORGANISATION = new RegExp(`^(?!.*(?:^|\\.)\\d+$)${HOST_LABEL}(?:\\.${HOST_LABEL})*$`)

/**
 * Whether a value is an organisation's or a pool's registered name: a domain name (RFC 1035) whose last
 * label is not a number, so that no IPv4 address is one; up to 255 characters.
 */
export const isOrganisation = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LIMITS.maxOriginLength && ORGANISATION.test(value)

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`)
const GROUPS = /^[0-9a-f]{1,4}$/i

const isIpv6 = (text: string): boolean => {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const width = IPV4.test(last) ? groups.length + 1 : groups.length
  const areHex = groups.every(
    (group, at) => GROUPS.test(group) || (at === groups.length - 1 && IPV4.test(group)),
  )
  return areHex && (halves.length === 2 ? width < 8 : width === 8)
}

/** Whether a value is an IPv4 or IPv6 address (RFC 4291), without port or zone. */
export const isIpAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 45 && (IPV4.test(value) || isIpv6(value))

const SIP_URI = /^sips?:[^\s@<>"]{1,128}@[A-Za-z0-9.:[\]-]{1,255}(?:[;?][^\s<>"]{0,256})?$/i

/** Whether a value is a SIP or SIPS URI with a user part (RFC 3261 section 19.1). */
export const isSipUri = (value: unknown): value is string => typeof value === 'string' && SIP_URI.test(value)
