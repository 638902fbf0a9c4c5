import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createClientAddress, parseTrustedProxies, type ClientAddress } from './client-address.js'

const clientAddress = (...trusted: readonly string[]): ClientAddress => {
  const parsed = parseTrustedProxies(trusted)
  if (parsed.kind === 'refused') throw new Error(`refused: ${parsed.field ?? ''}`)
  return createClientAddress(parsed.value)
}

describe('the client address', () => {
  test.each([
    ['the peer, where nobody is trusted', [], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['the peer, where another one is trusted', ['10.0.0.1'], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    [
      'the last hop before a trusted proxy',
      ['10.0.0.0/8'],
      '10.1.2.3',
      '6.6.6.6, 198.51.100.1',
      '198.51.100.1',
    ],
    ['past all trusted proxies', ['private'], '10.1.2.3', '198.51.100.1, 192.168.1.1', '198.51.100.1'],
    ['the farthest, where all are trusted', ['private'], '10.1.2.3', '10.0.0.7, 192.168.1.1', '10.0.0.7'],
    ['the proxy, where it wrote no address', ['loopback'], '127.0.0.1', 'unknown', '127.0.0.1'],
    ['the proxy, where it wrote nothing', ['loopback'], '::1', undefined, '::1'],
    ['without the port of the hop', ['loopback'], '127.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
    ['without brackets', ['loopback'], '127.0.0.1', '[2001:DB8::7]:4711', '2001:db8::7'],
    ['IPv4 in IPv6 as IPv4', ['127.0.0.1'], '::ffff:127.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
    ['by an IPv6 range', ['2001:db8::/32'], '2001:db8::1', '198.51.100.1', '198.51.100.1'],
  ])('is %s', (_what, trusted, peer, forwardedFor, expected) => {
    expect(clientAddress(...trusted)({ peer, forwardedFor })).toBe(expected)
  })

  test('is empty where the connection is gone already', () => {
    expect(clientAddress('loopback')({ peer: undefined, forwardedFor: '198.51.100.1' })).toBe('')
  })

  test('reads a header that came several times as one', () => {
    const forwardedFor = ['6.6.6.6', '198.51.100.1']
    expect(clientAddress('loopback')({ peer: '127.0.0.1', forwardedFor })).toBe('198.51.100.1')
  })

  test('is never changed by what a client writes into the header', () => {
    const addressOf = clientAddress('loopback', 'private')
    fc.assert(
      fc.property(fc.ipV4(), fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), (client, written) => {
        const isTrusted = addressOf({ peer: client, forwardedFor: '192.0.2.1' }) !== client
        fc.pre(!isTrusted)
        const forwardedFor = [...written, client].join(', ')
        expect(addressOf({ peer: '10.0.0.1', forwardedFor: `${forwardedFor}, 10.0.0.2` })).toBe(client)
      }),
    )
  })
})

test.each(['10.0.0.0/33', '::/129', '10.0.0', 'proxy.example', '10.0.0.0/8/8', '10.0.0.0/', ''])(
  '%j is refused as a trusted proxy',
  (entry) => {
    expect(parseTrustedProxies(['loopback', entry])).toEqual({
      kind: 'refused',
      code: 'CANDOR_CONFIGURATION_INVALID',
      field: entry,
    })
  },
)
