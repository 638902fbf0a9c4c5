import { expect, test } from 'vitest'
import { endpointOf, type EndpointList } from './endpoints.js'

const text = { en: 'Reports', es: 'Informes' }
const endpoint = { purpose: text, need: 'required', ifBlocked: text, since: 1 } as const
const list: EndpointList = {
  version: 1,
  clouds: {
    worldwide: { label: text, endpoints: [{ ...endpoint, host: 'telemetry.contoso.com' }] },
    sovereign: { label: text, endpoints: [{ ...endpoint, host: 'telemetry.contoso.cn', port: 8443 }] },
    closed: { label: text, endpoints: [] },
    unnamed: { label: text, endpoints: [{ ...endpoint, host: '' }] },
  },
  changes: [],
}

test('a client sends to the endpoint of its own cloud', () => {
  expect(endpointOf(list, 'worldwide')).toBe('https://telemetry.contoso.com')
  expect(endpointOf(list, 'sovereign')).toBe('https://telemetry.contoso.cn:8443')
})

test.each(['closed', 'unnamed', 'nowhere', '', 'toString', '__proto__'])(
  'the cloud %j has no endpoint',
  (cloud) => {
    expect(endpointOf(list, cloud)).toBe('')
  },
)
