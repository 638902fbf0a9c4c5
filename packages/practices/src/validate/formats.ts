import * as LIMITS from '../limits.js'
import type { Validator } from './validator.js'

/** What is no longer than its pattern allows needs no length of its own. */
const isMatch = (value: unknown, pattern: RegExp, maxLength: number = Infinity): value is string =>
  typeof value === 'string' && value.length <= maxLength && pattern.test(value)

// Patterns are written out, and alike where they mean the same: what repeats costs a page that loads them next to nothing.

const NAME =
  /^(?!.*(?:[\da-f]-?){32})(?!.*(?:\p{N}+[^\p{L}\p{N}]+){3}\p{N})[\p{L}\p{N}][\p{L}\p{N} \-_()+,/]*$/iu

/**
 * Whether a value is letters, digits, blanks and -_()+,/ : no dot, colon or at sign, so that no address or host can be written.
 * Nor does it hold a GUID, with or without its hyphens, or four numbers in a row, whatever parts them.
 */
export const isName = (value: unknown, maxLength: number = LIMITS.maxNameLength): value is string =>
  isMatch(value, NAME, maxLength)

const VERSION =
  /^(?!.*(?:^|\D)\d+(?:-\d+){3}$)(?!(?:0*(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|(?!\d))){4})\d{1,9}(?:\.\d{1,9}){0,3}(?:[-+ ][\da-z-]{1,24})?$/i

/** Whether a value is up to four numbers with a suffix, such as 8.3 or 6.1.0-18-amd64; never four that could be an IPv4 address. */
export const isVersion: Validator = (value) => isMatch(value, VERSION)

const LANGUAGE =
  /^[a-z]{2,3}(?:[-_][a-z]{3})?(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?(?:[-_](?:[\da-z]{5,8}|\d[\da-z]{3}))?$/i

/** Whether a value is a BCP 47 tag in its usual form: language, script, region and at most one variant, so that no id fits in. */
export const isLanguage: Validator = (value) => isMatch(value, LANGUAGE)

const ORGANISATION =
  /^(?!(?:.*\.)?\d+$)(?!.*(?:[\da-f]-?){32})(?:[\da-z](?:[\da-z-]{0,61}[\da-z])?(?:\.(?!$)|$))+$/i

/**
 * Whether a value is an organisation's or a pool's registered name: a domain name (RFC 1035) whose last
 * label is not a number, so that no IPv4 address is one, and which holds no GUID; up to 255 characters.
 */
export const isOrganisation = (value: unknown): value is string =>
  isMatch(value, ORGANISATION, LIMITS.maxOriginLength)

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/
const IPV4_TAIL = /:(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/
/** Eight groups, or fewer with one gap. */
const IPV6 =
  /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?!:*(?:\w+:+){7}\w)(?:(?:[\da-f]{1,4}:)+|:)(?:(?::[\da-f]{1,4})+|:))$/i

/** Whether a value is an IPv4 or IPv6 address (RFC 4291), without port or zone. */
export const isIpAddress = (value: unknown): value is string =>
  isMatch(value, IPV4) || (typeof value === 'string' && IPV6.test(value.replace(IPV4_TAIL, ':0:0')))

const SIP_URI = /^sips?:[^\s@<>"]{1,128}@[\da-z.:[\]-]{1,255}(?:[;?][^\s<>"]{0,256})?$/i

/** Whether a value is a SIP or SIPS URI with a user part (RFC 3261 section 19.1). */
export const isSipUri = (value: unknown): value is string => isMatch(value, SIP_URI)
