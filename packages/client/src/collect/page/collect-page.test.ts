import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { createCandorDouble, withoutTypes } from '../../testing/candor-double.js'
import { createPageDouble } from '../../testing/page-double.js'
import { createNetworkWatch } from '../network-watch.js'
import { startPage, type PageCollectOptions } from './collect-page.js'
import { createVitals, type Vital } from './web-vitals.js'

const APP = { name: 'Contoso Desk', version: '4.2.0' }
const NO_AUTOMATIC = {
  usage: { Sessions: { kind: 'count' } },
  error: { Exception: { kind: 'exception' } },
} as const

const createWorld = (
  dataTypes: Parameters<typeof createCandorDouble>[0] = skypeTeams.dataTypes,
  options: PageCollectOptions = {},
) => {
  const candor = createCandorDouble(dataTypes, APP)
  const page = createPageDouble()
  const observed: Vital[] = []
  let setVital = (_vital: Vital, _value: number): void => {}
  const vitals = createVitals(async (wanted, set) => {
    observed.push(...wanted)
    setVital = set
  })
  const stop = startPage(candor.parts, options, page.page, vitals)
  return {
    ...candor,
    ...page,
    observed,
    setVital: (vital: Vital, value: number) => setVital(vital, value),
    stop,
  }
}

test('the built-in practices are filled in: app, device and session', async () => {
  const { recorded, idle } = createWorld()
  await idle()
  expect(recorded).toEqual({
    'census.AppName': ['Contoso Desk'],
    'census.OSName': ['Linux'],
    'census.UserLanguage': ['es-ES'],
    'usage.Sessions': [1],
  })
})

test('each error report has the device’s configuration, performance and network attached', async () => {
  const network = createNetworkWatch(() => 0)
  const { reports, fire, idle } = createWorld(undefined, {
    network,
    devices: () => ({ audioDevice: 'Headset' }),
  })
  await idle()
  network.set({ packetLossPercent: 3 })
  fire('error', { error: new TypeError('no such room'), message: '' })
  expect(reports).toHaveLength(1)
  expect(reports[0]).toMatchObject({
    Exception: { type: 'TypeError', message: 'no such room' },
    DeviceConfiguration: {
      appVersion: '4.2.0',
      browser: 'Firefox 140',
      cores: '8',
      screen: '1900x1000',
      audioDevice: 'Headset',
    },
    Performance: { uptimeSeconds: 12 },
    NetworkQuality: { failedRequests: 0, packetLossPercent: 3 },
  })
})

test('practices that call nothing automatic: no listener, nothing recorded, nothing waits for idle time', async () => {
  const { recorded, reports, sessionCalls, listeners, idle, fire, attachedNames } = createWorld(NO_AUTOMATIC)
  expect(listeners()).toBe(0)
  await idle()
  fire('error', { error: new Error('no'), message: '' })
  expect([recorded, reports, sessionCalls, attachedNames()]).toEqual([{}, [], [], []])
})

test('what reduced practices leave out is not collected, and the rest is', async () => {
  const { recorded, attachedNames, idle, listeners, stop } = createWorld(
    withoutTypes(
      skypeTeams,
      'census.OSName',
      'usage.Crashes',
      'error.Crash',
      'error.Performance',
      'error.Exception',
    ),
  )
  await idle()
  expect(Object.keys(recorded).toSorted()).toEqual([
    'census.AppName',
    'census.UserLanguage',
    'usage.Sessions',
  ])
  expect(attachedNames()).toEqual(['NetworkQuality', 'DeviceConfiguration'])
  stop()
  expect(listeners()).toBe(0)
})

test('while the gate forbids errors nothing listens for them, and it begins when they are allowed', () => {
  const candor = createCandorDouble({
    error: { Exception: { kind: 'exception', automatic: 'uncaught-error' } },
  })
  candor.forbid('error.Exception')
  const page = createPageDouble()
  const stop = startPage(
    candor.parts,
    {},
    page.page,
    createVitals(async () => {}),
  )
  expect(page.listeners()).toBe(0)
  candor.allow('error.Exception')
  expect(page.listeners()).toBe(2)
  candor.forbid('error.Exception')
  expect(page.listeners()).toBe(0)
  stop()
  candor.allow('error.Exception')
  expect(page.listeners()).toBe(0)
})

test('stopping removes every listener and everything attached, and idle work comes to nothing', async () => {
  const { listeners, stop, idle, recorded, attachedNames, sessionCalls, fire, reports } = createWorld()
  expect(listeners()).toBeGreaterThan(5)
  stop()
  await idle()
  fire('error', { error: new Error('no'), message: '' })
  expect([listeners(), attachedNames(), reports]).toEqual([0, [], []])
  expect(recorded).toEqual({ 'census.AppName': ['Contoso Desk'], 'usage.Sessions': [1] })
  expect(sessionCalls).toEqual(['begin', 'end'])
})

const VITAL_TYPES = {
  usage: {
    LCP: { kind: 'distribution', unit: 'ms', bounds: [0, 2500], automatic: 'performance' },
    CLS: { kind: 'distribution', unit: '', bounds: [0, 0.1], automatic: 'performance' },
    INP: { kind: 'distribution', unit: 's', bounds: [0, 1], automatic: 'performance' },
  },
  error: {
    Speed: { kind: 'measurements', figures: { ttfbMillis: 'ms', lcpMillis: 'ms' }, automatic: 'performance' },
  },
} as const

test('web vitals: those that are wanted, in the unit that is wanted, once, when the page is first hidden', async () => {
  const { observed, setVital, hide, show, idle, recorded, reports, fire, parts } = createWorld(VITAL_TYPES)
  expect(observed).toEqual([])
  await idle()
  expect(observed.toSorted()).toEqual(['cls', 'lcpMillis', 'ttfbMillis'])
  setVital('lcpMillis', 1234)
  setVital('cls', 0.05)
  parts.candor.error.report({})
  expect(recorded).toEqual({})
  hide()
  show()
  hide()
  fire('pagehide')
  expect(recorded).toEqual({ 'usage.LCP': [1234], 'usage.CLS': [0.05] })
  expect(reports).toEqual([{ Speed: { lcpMillis: 1234 } }])
})

test('the round trips of the app’s requests go into the distribution of that name', async () => {
  let nowMillis = 0
  const network = createNetworkWatch(() => nowMillis)
  const { recorded, stop, forbid } = createWorld(
    {
      usage: {
        RoundTrip: { kind: 'distribution', unit: 'ms', bounds: [0, 100], automatic: 'network-quality' },
      },
    },
    { network },
  )
  const request = () =>
    network.watch(async () => {
      nowMillis += 48
    })
  await request()
  forbid('usage.RoundTrip')
  await request()
  stop()
  expect(recorded).toEqual({ 'usage.RoundTrip': [48] })
})
