import { decide, ERRORS, type DataCategory, type DecisionContext } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { describeDiagnostics, describeViewer, type ItemView } from './describe-viewer.js'
import type { ListName, Query } from './entry.js'
import { toExport } from './to-export.js'
import type { Snapshot, ViewerSource } from './viewer-source.js'

const LIMITS = { next: 20, sent: 20, unsent: 20 }
const ALL: Query = { category: 'all', search: '' }
const ID = '0f8fad5b-d9cb-469f-a165-70867728950e'
const NOTHING: Snapshot = { waiting: [], sent: [], dropped: [] }

const sourceWith = (
  more: Partial<ViewerSource> = {},
  context: Partial<DecisionContext> = {},
): ViewerSource => ({
  candor: {
    practices: skypeTeams,
    connection: { endpoint: 'https://telemetry.contoso.com', key: 'secret-key' },
    decide: (dataType) => decide(skypeTeams, dataType, { client: 'desktop', os: 'Windows', ...context }),
  },
  language: 'en',
  timeZone: 'UTC',
  ...more,
})

const bodyOf = (category: DataCategory, data: object, decision?: object): string => {
  const time = category === 'census' ? '2026-11-22' : '2026-11-22T13:00:00Z'
  const reports = [{ id: ID, from: time, to: time, data, decision }]
  return JSON.stringify({ v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Windows', reports })
}

const kept = (category: DataCategory, data: object, state: 'growing' | 'waiting' = 'waiting') =>
  ({ category, id: `${category}-${state}`, state, body: bodyOf(category, data) }) as const

const sentWith = (status: number, answer: string, decision?: object): Snapshot => ({
  ...NOTHING,
  sent: [
    {
      category: 'usage',
      atMillis: Date.UTC(2026, 10, 22, 13),
      body: bodyOf('usage', { IMSent: 12 }, decision),
      status,
      answer,
    },
  ],
})

const firstOf = (
  list: ListName,
  snapshot: Partial<Snapshot>,
  source = sourceWith(),
): Pick<ItemView, 'summary'> & { content: ReturnType<ItemView['open']> } => {
  const item = describeViewer(source, { ...NOTHING, ...snapshot }, ALL, LIMITS)[list].items[0]
  if (item === undefined) throw new Error('the list is empty')
  return { summary: item.summary, content: item.open() }
}

test('says what goes next: what waits before what adds up, in the order of the categories, with size and bytes', () => {
  const waiting = [
    kept('error', { ErrorCode: 'x' }, 'growing'),
    kept('error', { ErrorCode: 'x' }),
    kept('census', { AppName: 'Ünï' }),
  ]
  const { next } = describeViewer(sourceWith(), { ...NOTHING, waiting }, ALL, LIMITS)
  expect(next.items.map(({ summary }) => [summary.category, summary.state])).toStrictEqual([
    ['census', 'Waiting'],
    ['error', 'Waiting'],
    ['error', 'Adding up'],
  ])
  const body = waiting[2]?.body ?? ''
  expect(next.items[0]?.summary.facts).toBe(`${Buffer.byteLength(body)}\u00A0B`)
  expect(next.items[0]?.open().exact).toStrictEqual([
    { title: 'The exact bytes, if it went now', text: body },
  ])
})

test('reads a report for people: labels, values with their units, notes', () => {
  const data = {
    CallMinutes: 1,
    FeatureUse: { whiteboard: 1234 },
    FederationPartner: 'contoso.com',
    Unheard: [1],
  }
  const named = firstOf('next', { waiting: [kept('usage', data)] }, sourceWith({ practices: skypeTeams }))
  const [report] = named.content.reports
  expect(report?.values.map(({ label, value }) => [label, value])).toStrictEqual([
    ['Call/meeting minutes', '1 minute'],
    ['Frequency of features used', 'whiteboard: 1,234'],
    ['FederationPartner', 'contoso.com'],
    ['Unheard', '1'],
  ])
  expect(report?.values[2]?.note).toBe(skypeTeams.dataTypes.usage.FederationPartner.note.en)
  expect(report?.period).toMatch(/^Covers: Nov 22, 2026, 1:00\sPM$/)
  const bare = firstOf('next', { waiting: [kept('usage', data)] }, sourceWith({ language: 'es' }))
  expect(bare.content.reports[0]?.values.map(({ label }) => label)).toStrictEqual(Object.keys(data))
  expect(bare.content.reports[0]?.values[0]?.value).toBe('1 minuto')
  expect(bare.content.reports[0]?.values[2]?.note).toMatch(/^El nombre registrado de su organización/)
})

test('reads the buckets of a distribution as ranges, from the lowest', () => {
  const dataTypes = {
    ...skypeTeams.dataTypes,
    usage: { JoinTime: { kind: 'distribution', unit: 'ms', bounds: [0, 100, 1000], example: '' } },
  } as const
  const source = sourceWith()
  const candor = { ...source.candor, practices: { ...skypeTeams, dataTypes } }
  const waiting = [kept('usage', { JoinTime: { '1000': 1, '0': 3, '100': 2 } })]
  const value = firstOf('next', { waiting }, { ...source, candor }).content.reports[0]?.values[0]?.value
  expect(value).toBe('< 100 ms: 3\n100 – 1,000 ms: 2\n≥ 1,000 ms: 1')
})

test('keeps a census day the day it is, wherever the device is', () => {
  const source = sourceWith({ timeZone: 'Pacific/Honolulu' })
  const { content } = firstOf('next', { waiting: [kept('census', { AppName: 'Desk' })] }, source)
  expect(content.reports[0]?.period).toBe('Covers: Nov 22, 2026')
})

test('shows the first lines of a long value and leaves the rest to the bytes', () => {
  const stack = Array.from({ length: 40 }, (_, line) => `at line ${line}`).join('\n')
  const data = { Exception: { type: 'TypeError', message: 'no room', stack } }
  const value = firstOf('next', { waiting: [kept('error', data)] }).content.reports[0]?.values[0]?.value
  expect(value?.split('\n')).toHaveLength(6)
  expect(value).toMatch(/^TypeError: no room\nat line 0\n[^]*…$/)
})

test('says why it may be sent now, by whose setting, and apart what is decided apart', () => {
  const waiting = [kept('error', { ErrorCode: 'x' })]
  const why = (context: Partial<DecisionContext>): string | undefined =>
    firstOf('next', { waiting }, sourceWith({}, context)).content.reports[0]?.why
  expect(why({ user: { errorReporting: 'granted' } })).toMatch(/^Collected\..*ErrorReportingOptIn \(user\)/)
  expect(why({ settings: { DisableAutomaticSendTracing: { 'in-band': true } } })).toMatch(
    /^Not collected\..*DisableAutomaticSendTracing \(in-band\).*the organization's admin/,
  )
})

test('says why it was sent by the decision that the report names, and of census that it is always on', () => {
  const answer = '{"accepted":1,"duplicate":0,"refused":[]}'
  const why = (decision?: object): string | undefined =>
    firstOf('sent', sentWith(200, answer, decision)).content.reports[0]?.why
  const control = 'DisableAutomaticSendTracing'
  expect(why({ control, source: 'default' })).toBe(
    "It was allowed by DisableAutomaticSendTracing, where nothing was set, so that its default counted. It may be set by the organization's admin.",
  )
  expect(why({ control, source: 'in-band' })).toMatch(
    /^It was allowed by DisableAutomaticSendTracing \(in-band\)\./,
  )
  expect(why()).toContain('names no decision')
  const census = { category: 'census', atMillis: 0, body: bodyOf('census', {}), status: 200, answer } as const
  expect(firstOf('sent', { sent: [census] }).content.reports[0]?.why).toContain('always on')
})

test.each([
  [200, { accepted: 1, duplicate: 0, refused: [] }, 'Answered 200: 1 accepted', 'good', /took every report/],
  [200, { accepted: 0, duplicate: 2, refused: [] }, 'Answered 200: 2 known already', 'good', /count once/],
  [
    200,
    { accepted: 0, duplicate: 0, refused: [{ id: ID, code: 'CANDOR_VALUE_REFUSED' }] },
    'Answered 200: 1 refused',
    'bad',
    /refused some/,
  ],
  [503, { code: 'CANDOR_SPOOL_FULL' }, 'Answered 503', 'quiet', /come again later.*\(CANDOR_SPOOL_FULL\)/],
  [401, { code: 'CANDOR_KEY_UNKNOWN' }, 'Answered 401', 'bad', /did not take.*product key is not known/],
  [502, undefined, 'Answered 502', 'quiet', /come again later/],
])('says what the service answered: %i %j', (status, answer, state, tone, meaning) => {
  const { summary, content } = firstOf(
    'sent',
    sentWith(status, answer === undefined ? '<html>' : JSON.stringify(answer)),
  )
  expect(summary).toMatchObject({ state, tone })
  expect(content.meaning).toMatch(meaning)
})

test('marks the report that was refused with its code', () => {
  const answer = JSON.stringify({
    accepted: 0,
    duplicate: 0,
    refused: [{ id: ID, code: 'CANDOR_VALUE_REFUSED' }],
  })
  expect(firstOf('sent', sentWith(200, answer)).content.reports[0]?.refusal).toContain(
    '(CANDOR_VALUE_REFUSED)',
  )
})

test('gives each reason of the device its own sentence in both languages, and each code of the service its way out', () => {
  const dropped = (reason: string, language: 'en' | 'es') =>
    firstOf(
      'unsent',
      { dropped: [{ category: 'usage', atMillis: 0, reason, ids: [ID] }] },
      sourceWith({ language }),
    )
  const reasons = [
    'forbidden',
    'too-old',
    'queue-full',
    'storage-spoilt',
    'erased',
    ...Object.keys(ERRORS),
    'other',
  ]
  for (const language of ['en', 'es'] as const) {
    const told = reasons.map((reason) => dropped(reason, language).content.meaning)
    expect(new Set(told).size).toBe(reasons.length)
  }
  const { summary, content } = dropped('CANDOR_VALUE_REFUSED', 'es')
  expect(summary.state).toBe('Rechazado por el servicio')
  expect(content.facts.map(([, value]) => value)).toContain(ERRORS.CANDOR_VALUE_REFUSED.remedy.es)
})

test('lists logs newest first, a page at a time, with keys that differ', () => {
  const sent = Array.from({ length: 30 }, (_, index) => ({
    ...(sentWith(200, '').sent[0] as Snapshot['sent'][number]),
    atMillis: Math.floor(index / 2),
  }))
  const view = describeViewer(sourceWith(), { ...NOTHING, sent }, ALL, LIMITS).sent
  expect(view.total).toBe(30)
  expect(view.items).toHaveLength(20)
  expect(new Set(view.items.map(({ summary }) => summary.key)).size).toBe(20)
  const more = describeViewer(sourceWith(), { ...NOTHING, sent }, ALL, { ...LIMITS, sent: 40 }).sent.items
  expect(more[0]?.summary.facts).toContain('12:00:00')
  expect(more).toHaveLength(30)
})

test('finds by category, by the label of a data type, by a value, and says where nothing is found', () => {
  const waiting = [kept('usage', { IMSent: 12 }), kept('error', { ErrorCode: '0x80004005' })]
  const source = sourceWith({ practices: skypeTeams, language: 'es' })
  const found = (query: Partial<Query>): readonly DataCategory[] =>
    describeViewer(source, { ...NOTHING, waiting }, { ...ALL, ...query }, LIMITS).next.items.map(
      ({ summary }) => summary.category,
    )
  expect(found({ category: 'error' })).toStrictEqual(['error'])
  expect(found({ search: ' MENSAJES instantáneos ' })).toStrictEqual(['usage'])
  expect(found({ search: '0X8000' })).toStrictEqual(['error'])
  expect(found({ search: 'imsent', category: 'error' })).toStrictEqual([])
  const empty = describeViewer(source, { ...NOTHING, waiting }, { ...ALL, search: 'zzz' }, LIMITS).next
  expect(empty).toMatchObject({ total: 0, empty: 'Aquí nada coincide con la categoría y la búsqueda.' })
  expect(describeViewer(source, NOTHING, ALL, LIMITS).next.empty).toBe('Nada espera a ser enviado.')
})

test('shows a body that it cannot read as it is', () => {
  const { content } = firstOf('next', {
    waiting: [{ category: 'usage', id: 'x', state: 'waiting', body: '{"v":' }],
  })
  expect(content).toMatchObject({ reports: [], exact: [{ text: '{"v":' }] })
})

test('says that nothing leaves the device where there is no service', () => {
  const source = sourceWith()
  const candor = { ...source.candor, connection: { endpoint: '', key: 'k' } }
  const { content } = firstOf('next', { waiting: [kept('usage', { IMSent: 1 })] }, { ...source, candor })
  expect(content.meaning).toContain('no service to send to')
})

test('explains every count of the diagnostics, also of refusals and of what it does not know', () => {
  const view = describeDiagnostics(
    { 'value-refused:usage.IMSent': 2, 'refused:CANDOR_VALUE_REFUSED': 1, new: 1 },
    'en',
  )
  expect(view.map(({ reason, count }) => [reason, count])).toStrictEqual([
    ['new', 1],
    ['refused:CANDOR_VALUE_REFUSED', 1],
    ['value-refused:usage.IMSent', 2],
  ])
  expect(view[0]?.meaning).toContain('counts this under its name')
  expect(view[1]?.meaning).toBe(`${ERRORS.CANDOR_VALUE_REFUSED.title.en}.`)
  expect(view[2]?.meaning).toContain('a value that the data type cannot hold')
})

test('exports what is shown, a line each, with the exact bodies and without the key', () => {
  const snapshot: Snapshot = {
    waiting: [kept('usage', { IMSent: 12 }), kept('error', { ErrorCode: 'x' }, 'growing')],
    sent: sentWith(200, '{}').sent,
    dropped: [{ category: 'error', atMillis: 0, reason: 'too-old', ids: [ID] }],
  }
  const read = (query: Partial<Query>): readonly Record<string, unknown>[] => {
    const text = toExport(sourceWith(), snapshot, { ...ALL, ...query }, 1000)
    expect(text).not.toContain('secret-key')
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  }
  expect(read({}).map(({ kind }) => kind)).toStrictEqual(['about', 'waiting', 'growing', 'sent', 'dropped'])
  expect(read({ category: 'usage' }).map(({ kind }) => kind)).toStrictEqual(['about', 'waiting', 'sent'])
  expect(read({})[0]).toMatchObject({ practices: 'skype-teams@1', exportedAt: '1970-01-01T00:00:01.000Z' })
  expect(read({})[1]).toMatchObject({ body: snapshot.waiting[0]?.body })
  expect(read({})[3]).toMatchObject({ at: '2026-11-22T13:00:00.000Z', body: snapshot.sent[0]?.body })
})

test('where the app keeps nothing to be shown, no list claims that nothing was sent', () => {
  const { candor } = sourceWith()
  const view = describeViewer(sourceWith({ candor: { ...candor, inspected: false } }), NOTHING, ALL, LIMITS)
  const empty = 'The app does not keep what waits and what was sent, so that nothing of it can be shown here.'
  expect(Object.values(view).map((list) => list.empty)).toEqual([empty, empty, empty])
})
