import { BlockList, isIP } from 'node:net'
import type { Parsed } from '@candor/practices'

/** Names that stand for ranges in `trustedProxies`. */
export const NAMED_RANGES = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** The parts of a request that say where it comes from. */
export interface RequestOrigin {
  /** The address of the connection's other end. */
  readonly peer: string | undefined
  /** The header X-Forwarded-For, as it came. */
  readonly forwardedFor: string | readonly string[] | undefined
}

/** Answers the client's address, or an empty text where it is not known. It is for limits only: it is neither kept nor logged. */
export type ClientAddress = (origin: RequestOrigin) => string

const MAPPED_IPV4 = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i
const WITH_PORT = /^(?:\[([^\]]+)\]|(\d+\.\d+\.\d+\.\d+))(?::\d{1,5})?$/

/** An address in one spelling, without port, brackets or zone; undefined where it is none. */
const plainAddress = (text: string): string | undefined => {
  const found = WITH_PORT.exec(text)
  const bare = (found?.[1] ?? found?.[2] ?? text).split('%', 1)[0] ?? ''
  const address = bare.replace(MAPPED_IPV4, '').toLowerCase()
  return isIP(address) === 0 ? undefined : address
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Adds an address or a range in CIDR notation; says whether it was one. */
const addRange = (list: BlockList, text: string): boolean => {
  const [net = '', bits, ...rest] = text.split('/')
  const address = plainAddress(net)
  if (address === undefined || rest.length > 0) return false
  if (bits === undefined) {
    list.addAddress(address, familyOf(address))
    return true
  }
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > (familyOf(address) === 'ipv4' ? 32 : 128)) return false
  list.addSubnet(address, Number(bits), familyOf(address))
  return true
}

/**
 * Parses the proxies that are trusted to say whom they speak for: addresses, ranges such as 10.0.0.0/8, and the names
 * loopback and private. Refused with CANDOR_CONFIGURATION_INVALID, the entry at fault as its field.
 */
export const parseTrustedProxies = (entries: readonly string[]): Parsed<BlockList> => {
  const list = new BlockList()
  const named = new Map<string, readonly string[]>(Object.entries(NAMED_RANGES))
  for (const entry of entries) {
    for (const range of named.get(entry) ?? [entry]) {
      if (!addRange(list, range))
        return { kind: 'refused', code: 'CANDOR_CONFIGURATION_INVALID', field: entry }
    }
  }
  return { kind: 'parsed', value: list }
}

/**
 * Makes the function that finds the client's address. X-Forwarded-For is read from its end, as long as it was written by
 * proxies that are trusted: what a client wrote into it itself never counts.
 */
export const createClientAddress = (trusted: BlockList): ClientAddress => {
  const isTrusted = (address: string): boolean => trusted.check(address, familyOf(address))
  return ({ peer = '', forwardedFor = [] }) => {
    let address = plainAddress(peer)
    if (address === undefined || !isTrusted(address)) return address ?? ''
    const hops = [forwardedFor].flat().join(',').split(',')
    for (const hop of hops.toReversed()) {
      const before = plainAddress(hop.trim())
      if (before === undefined) return address
      address = before
      if (!isTrusted(address)) return address
    }
    return address
  }
}
