import { definePractices } from '@candor/practices'
import { skypeTeams, type SkypeTeams } from '@candor/practices/skype-teams'

import { createCandor as createBrowserCandor } from './browser/index.js'
import { withSessions } from './collect/node/index.js'
import { createCandor, type Candor, type Collect } from './node/index.js'

const candor = createCandor({
  practices: skypeTeams,
  key: 'demo',
  endpoint: '',
  client: 'desktop',
  folder: '',
})

candor.usage.IMSent.add()
candor.usage.IMSent.add(3)
candor.usage.CallMinutes.add(2.5)
candor.usage.FeatureUse.add('screen-sharing')
candor.usage.FeatureUse.add('screen-sharing', 2)
candor.usage.FederationPartner.set('microsoft.com')
candor.census.AppName.set('iPhoneSkype')
candor.error.report({ Exception: new TypeError('no') })
candor.error.report({ Exception: { type: 'TypeError', message: 'no' }, MessageDirection: 'Incoming' })
candor.error.report({ Performance: { startUpMillis: 840 }, DeviceConfiguration: { cores: '8' } })

candor.error.log('warning', 'the room is full')
candor.error.attach('Performance', () => ({ startUpMillis: 840 }))()
candor.error.attach('Exception', () => new TypeError('no'))
candor.error.attach('DeviceConfiguration', () => undefined)
// @ts-expect-error the levels are those of a log
candor.error.log('loud', 'no')
// @ts-expect-error the practices have no such data type
candor.error.attach('MouseMoves', () => 1)
// @ts-expect-error nor such a figure
candor.error.attach('Performance', () => ({ moodPercent: 12 }))

const ids: readonly string[] = candor.reportIds('usage')
const [kept] = candor.waiting()
const state: 'growing' | 'waiting' | undefined = kept?.state
const answer: string | undefined = candor.sent()[0]?.answer
const reason: string | undefined = candor.dropped()[0]?.reason
const all: Promise<void>[] = [candor.ready, candor.erase(), candor.reset()]
export const shown = [ids, state, answer, reason, all, candor.connection.endpoint, candor.connection.key]
// @ts-expect-error there are three lanes
candor.reportIds('clicks')
// @ts-expect-error where reports go is told at the start
candor.connection.endpoint = ''

const collect: Collect = (parts) =>
  withSessions(parts, ({ candor: collecting, app, sessions }) => {
    collecting.error.log('info', app?.name ?? '')
    sessions.begin()
    return sessions.onLost(({ fromMillis, lastMillis }) => void (lastMillis - fromMillis))
  })
createBrowserCandor({
  practices: skypeTeams,
  key: 'demo',
  endpoint: '',
  client: 'web',
  app: { name: 'Contoso Desk', version: '8.3' },
  collect,
  maxLaneBytes: 500_000,
})

// A data type has the recorder of its kind, and no other.
// @ts-expect-error a count is added to, not set
void candor.usage.IMSent.set
// @ts-expect-error a count takes no text
candor.usage.IMSent.add('one')
// @ts-expect-error an amount of time is not a single occurrence
candor.usage.CallMinutes.add()
// @ts-expect-error a labelled count needs a label
candor.usage.FeatureUse.add(2)
// @ts-expect-error a name is set, not added to
void candor.census.AppName.add
// @ts-expect-error a name is a text
candor.census.AppName.set(12)

// A lane holds its own data types, and no other lane's.
// @ts-expect-error census knows no organisation
void candor.census.FederationPartner
// @ts-expect-error usage knows no user
void candor.usage.UserID
// @ts-expect-error usage knows no device
void candor.usage.DeviceID
// @ts-expect-error the app does not fill in ids
void candor.census.DeviceID
// @ts-expect-error nor the user id
void candor.census.UserID
// @ts-expect-error the practices have no such data type
void candor.usage.MouseMoves

// An error report holds what the practices define.
// @ts-expect-error the client fills in the user id
candor.error.report({ UserID: 'amosmarble' })
// @ts-expect-error an enumeration has its words and no others
candor.error.report({ MessageDirection: 'Sideways' })
// @ts-expect-error the practices have no such figure
candor.error.report({ Performance: { moodPercent: 12 } })
// @ts-expect-error nor such an attribute
candor.error.report({ DeviceConfiguration: { owner: 'Amos' } })
// @ts-expect-error a count of usage is not an error's
candor.error.report({ IMSent: 1 })

// @ts-expect-error undecided is not a choice
candor.consent.set('undecided')
candor.consent.set('granted', 'ErrorReportingOptIn')
// @ts-expect-error an admin's control is not a person's choice
candor.consent.set('granted', 'DisableAutomaticSendTracing')
// @ts-expect-error who is signed in is told by setUser alone
candor.signedIn = true
// @ts-expect-error the practices have no such client
createCandor({ practices: skypeTeams, key: 'demo', endpoint: '', client: 'fridge', folder: '' })
// @ts-expect-error on Node a folder is needed
createCandor({ practices: skypeTeams, key: 'demo', endpoint: '', client: 'desktop' })
// @ts-expect-error in a browser there is none
createBrowserCandor({ practices: skypeTeams, key: 'demo', endpoint: '', client: 'desktop', folder: '' })

// Any product's Candor is one for those who do not care which.
const ofAnyProduct: Candor = candor
ofAnyProduct.subscribe(() => {})()
export type CandorOfSkype = Candor<SkypeTeams>

const text = { en: '', es: '' }
const category = { label: text, summary: text, purpose: text, identifies: text, owner: '', retentionDays: 1 }
const shop = definePractices({
  product: 'shop',
  version: 1,
  censusSalt: '',
  clients: ['web'],
  name: text,
  summary: text,
  remarks: [],
  categories: { census: category, usage: category, error: category },
  controls: {},
  rules: [],
  dataTypes: {
    census: {},
    usage: {
      Orders: { kind: 'labelled-count', labels: ['book', 'record'], example: '' },
      Search: { kind: 'distribution', unit: 'ms', bounds: [0, 100], example: '' },
    },
    error: {},
  },
})
const shopCandor = createCandor({ practices: shop, key: '', endpoint: '', client: 'web', folder: '' })
shopCandor.usage.Orders.add('book')
// @ts-expect-error the labels are those of the practices
shopCandor.usage.Orders.add('chair')
shopCandor.usage.Search.record(12.5)
// @ts-expect-error values are recorded, not added
void shopCandor.usage.Search.add
// @ts-expect-error a value is a number
shopCandor.usage.Search.record('fast')
