import { createCandor, type Candor } from '@candor/client/browser'
import { collectPage, createNetworkWatch, watchSignIn } from '@candor/client/collect/page'
import { skypeTeams } from '@candor/practices/skype-teams'

/** What the page offers to its test. */
export interface CollectWindow {
  readonly candor: Candor
  readonly signIn: (outcome: 'succeeds' | 'fails') => Promise<void>
}

const distribution = (unit: string, bounds: readonly number[]) =>
  ({ kind: 'distribution', unit, bounds, automatic: 'performance', example: '' }) as const

const { dataTypes } = skypeTeams

/** The built-in practices, with web vitals besides. */
const full = {
  ...skypeTeams,
  dataTypes: {
    ...dataTypes,
    usage: {
      ...dataTypes.usage,
      LCP: distribution('ms', [0, 2500, 4000]),
      CLS: distribution('', [0, 0.1, 0.25]),
      INP: distribution('ms', [0, 200, 500]),
      TTFB: distribution('ms', [0, 800, 1800]),
    },
    error: {
      ...dataTypes.error,
      Performance: {
        ...dataTypes.error.Performance,
        figures: { ...dataTypes.error.Performance.figures, lcpMillis: 'ms', ttfbMillis: 'ms' },
      },
    },
  },
} as const

/** Practices with two data types that the page can fill in, and two that it could. */
const reduced = {
  ...skypeTeams,
  dataTypes: {
    census: { OSName: dataTypes.census.OSName, DeviceID: dataTypes.census.DeviceID },
    usage: { Sessions: dataTypes.usage.Sessions, IMSent: dataTypes.usage.IMSent },
    error: { ErrorCode: dataTypes.error.ErrorCode },
  },
} as const

const asked = new URLSearchParams(location.search)
const isReduced = asked.has('reduced')
const network = createNetworkWatch()
const candor = createCandor({
  practices: (isReduced ? reduced : full) as typeof skypeTeams,
  key: 'demo',
  endpoint: location.origin,
  client: 'web',
  org: 'contoso.com',
  intervalMillis: { error: 100 },
  app: { name: 'Contoso Desk', version: '4.2.0' },
  collect: collectPage({ network, console: ['warn'] }),
})
candor.setUser('amosmarble@contoso.com')
if (!isReduced) candor.consent.set('granted')

const signIn = (outcome: 'succeeds' | 'fails'): Promise<void> =>
  watchSignIn(candor, () =>
    outcome === 'succeeds' ? Promise.resolve() : Promise.reject(new Error('wrong password')),
  )

Object.assign(window, { candor, signIn } satisfies CollectWindow as object)
