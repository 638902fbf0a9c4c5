import { expect, test } from 'vitest'

import { FAKE_CONTROLS } from '../testing/fake-world.js'
import { scopeOptions } from './scope-options.js'

const [tracing, telemetry] = FAKE_CONTROLS
const pools = [{ fqdn: 'pool01.contoso.com', organisation: 'contoso.com', site: 'Redmond', revision: 1 }]
const sites = [{ organisation: 'contoso.com', name: 'Redmond', pools: 1, revision: 1 }]

const valuesOf = (control: (typeof FAKE_CONTROLS)[number] | undefined, confined: 'to-own-places' | 'no') =>
  control === undefined ? [] : scopeOptions(control, pools, sites, confined).map(({ value }) => value)

test('scopes that a device holds cannot be chosen', () => {
  expect(valuesOf(tracing, 'no')).toEqual(['in-band'])
})

test('what follows the hosting pool is set at each pool and site, and everywhere', () => {
  expect(valuesOf(telemetry, 'no')).toEqual([
    'service:WebServer:pool01.contoso.com',
    'site:Redmond',
    'global',
  ])
})

test('an admin of an organisation sets it at their own pools and sites alone', () => {
  expect(valuesOf(telemetry, 'to-own-places')).toEqual([
    'service:WebServer:pool01.contoso.com',
    'site:Redmond',
  ])
  expect(valuesOf(tracing, 'to-own-places')).toEqual(['in-band'])
})
