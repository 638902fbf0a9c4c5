import type { CandorOfOptions, CandorOfViewer } from '@candor/elements'
import { decide, type DataCategory } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'

type Kept = ReturnType<CandorOfViewer['waiting']>[number]
type Sent = ReturnType<CandorOfViewer['sent']>[number]
type Dropped = ReturnType<CandorOfViewer['dropped']>[number]

/** Half past one in the afternoon, so that no time zone makes another day of it. */
const NOW_MILLIS = Date.UTC(2026, 10, 22, 13, 30)
const DECISION = { control: 'DisableAutomaticSendTracing', source: 'default' }

const idOf = (index: number): string => `0f8fad5b-d9cb-469f-a165-${String(index).padStart(12, '0')}`

const DATA: Readonly<Record<DataCategory, object>> = {
  census: {
    AppName: 'SkypeDesktop',
    OSName: 'Windows',
    OSVersion: '10.0',
    UserLanguage: 'EN-US',
    SignInAttempts: 3,
    SignInFailures: 1,
    UserID: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA',
    DeviceID: '5E872200-F546-4CCD-8F23-AF5F507AA2DD',
  },
  usage: {
    IMSent: 12,
    CallMinutes: 31,
    FeatureUse: { 'screen-sharing': 2, whiteboard: 1 },
    FederationPartner: 'contoso.com',
  },
  error: {
    UserID: 'amosmarble@contoso.com',
    ErrorCode: '0x80004005',
    Exception: {
      type: 'TypeError',
      message: 'Cannot read properties of undefined (reading "room")',
      stack: Array.from(
        { length: 12 },
        (_, line) =>
          `    at joinMeeting (https://app.contoso.com/a/very/long/path/${'deep/'.repeat(line)}main.js:${line})`,
      ).join('\n'),
    },
    NetworkQuality: { roundTripMillis: 32 },
    ErrorLog: [{ beforeMillis: 1200, level: 'warning', message: 'retrying to join' }],
  },
}

const PERIODS: Readonly<Record<DataCategory, object>> = {
  census: { from: '2026-11-22', to: '2026-11-22' },
  usage: { from: '2026-11-22T13:00:00Z', to: '2026-11-22T14:00:00Z' },
  error: { from: '2026-11-22T13:21:07Z', to: '2026-11-22T13:21:07Z' },
}

/** The body of a request with reports of a lane. */
export const bodyOf = (category: DataCategory, index: number, reports = 1): string =>
  JSON.stringify({
    v: 1,
    practices: 'skype-teams@1',
    client: 'desktop',
    os: 'Windows',
    ...(category !== 'census' && { org: 'contoso.com' }),
    reports: Array.from({ length: reports }, (_, report) => ({
      id: idOf(index + report),
      ...PERIODS[category],
      data: DATA[category],
      ...(category !== 'census' && { decision: DECISION }),
    })),
  })

const DIAGNOSTICS = {
  'request-failed': 3,
  'answered:503': 1,
  'refused:CANDOR_VALUE_REFUSED': 1,
  'value-refused:usage.CallMinutes': 2,
}

const answerOf = (accepted: number, refused: readonly object[] = [], duplicate = 0): string =>
  JSON.stringify({ accepted, duplicate, refused })

const startWaiting = (): Kept[] => [
  { category: 'usage', id: idOf(1), state: 'growing', body: bodyOf('usage', 1) },
  { category: 'census', id: idOf(2), state: 'growing', body: bodyOf('census', 2) },
  { category: 'error', id: idOf(3), state: 'waiting', body: bodyOf('error', 3) },
]

const startSent = (): Sent[] => {
  const old = Array.from({ length: 28 }, (_, index): Sent => ({
    category: 'usage',
    atMillis: NOW_MILLIS - (30 - index) * 3_600_000,
    body: bodyOf('usage', 100 + index),
    status: 200,
    answer: answerOf(1),
  }))
  const refused = [{ id: idOf(201), code: 'CANDOR_VALUE_REFUSED', dataType: 'CallMinutes' }]
  return [
    ...old,
    {
      category: 'census',
      atMillis: NOW_MILLIS - 7000,
      body: bodyOf('census', 10),
      status: 200,
      answer: answerOf(0, [], 1),
    },
    {
      category: 'usage',
      atMillis: NOW_MILLIS - 5000,
      body: bodyOf('usage', 200, 2),
      status: 200,
      answer: answerOf(1, refused),
    },
    {
      category: 'error',
      atMillis: NOW_MILLIS - 1000,
      body: bodyOf('error', 11),
      status: 503,
      answer: JSON.stringify({ status: 503, code: 'CANDOR_SPOOL_FULL' }),
    },
  ]
}

const startDropped = (): Dropped[] => [
  { category: 'usage', atMillis: NOW_MILLIS - 9000, reason: 'too-old', ids: [idOf(20)] },
  {
    category: 'error',
    atMillis: NOW_MILLIS - 8000,
    reason: 'forbidden',
    dataType: 'ErrorLog',
    ids: [idOf(21), idOf(22)],
  },
  {
    category: 'usage',
    atMillis: NOW_MILLIS - 5000,
    reason: 'CANDOR_VALUE_REFUSED',
    dataType: 'CallMinutes',
    ids: [idOf(201)],
  },
  { category: 'error', atMillis: NOW_MILLIS - 4000, reason: 'queue-full', ids: [idOf(23)] },
]

/** An app's Candor for a page that shows the elements: it holds some of everything, and sends nothing. */
export interface FakeCandor extends CandorOfViewer, CandorOfOptions {
  /** Changes what is kept, and tells those who listen. */
  readonly add: (kept: Kept) => void
}

interface Answering {
  readonly consent: FakeCandor['consent']
  readonly decide: FakeCandor['decide']
}

/** The person's choice, and what it decides. */
const createAnswering = (client: FakeCandor['client'], tell: () => void): Answering => {
  let answer: 'granted' | 'denied' = 'granted'
  return {
    consent: {
      get: () => answer,
      set: (next) => {
        answer = next
        tell()
      },
      asksAgain: () => answer === 'granted',
      uncovered: () => ['error.ErrorLog'],
    },
    decide: (dataType) =>
      decide(skypeTeams, dataType, { client, os: 'Windows', user: { errorReporting: answer } }),
  }
}

/** Creates the fake. */
export const createFakeCandor = (endpoint: string, client: FakeCandor['client']): FakeCandor => {
  const listeners = new Set<() => void>()
  let waiting = startWaiting()
  let sent = endpoint === '' ? [] : startSent()
  let dropped = startDropped()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const erase = (): Promise<void> => {
    waiting = []
    sent = []
    dropped = []
    tell()
    return Promise.resolve()
  }
  return {
    practices: skypeTeams,
    client,
    signedIn: true,
    connection: { endpoint, key: 'secret-key' },
    ready: Promise.resolve(),
    ...createAnswering(client, tell),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    diagnostics: () => DIAGNOSTICS,
    waiting: () => waiting,
    sent: () => sent,
    dropped: () => dropped,
    reportIds: (category) => (endpoint === '' || category === 'error' ? [] : [idOf(1), idOf(100)]),
    erase,
    reset: erase,
    add: (kept) => {
      waiting = [...waiting, kept]
      tell()
    },
  }
}
