import type { DataCategory } from '@candor/practices'

/** What a fake service has: figures; nothing yet; only groups that are too small; names that try to break a page. */
export type FakeKind = 'full' | 'empty' | 'small' | 'hostile'

/** A question that a fake service is asked. */
export interface FakeQuestion {
  readonly lane: DataCategory
  readonly kind: FakeKind
  readonly product: string
  readonly period: 'day' | 'week' | 'month'
  readonly periods: number
  readonly by: string | undefined
  readonly where: readonly string[]
}

/** Groups of fewer are not shown by the fake service. */
const FAKE_MINIMUM = 10

const AS_OF = '2026-12-01T06:05:00Z'
const DAY_MILLIS = 86_400_000

/** A number from 0 to 1 that is the same for the same text every time. */
export const chanceOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

const iso = (millis: number): string => new Date(millis).toISOString().slice(0, 10)

const startOf = (period: FakeQuestion['period'], back: number): string => {
  const today = Date.UTC(2026, 11, 1)
  // The first of December 2026 is a Tuesday.
  const starts = {
    day: () => iso(today - back * DAY_MILLIS),
    week: () => iso(today - DAY_MILLIS - back * 7 * DAY_MILLIS),
    month: () => iso(Date.UTC(2026, 11 - back, 1)),
  }
  return starts[period]()
}

/** The first days of the periods, ascending. */
export const fakePeriods = ({ period, periods }: FakeQuestion): readonly string[] =>
  Array.from({ length: periods }, (_, at) => startOf(period, periods - 1 - at))

const same = (text: string) => ({ en: text, es: text })
const CLIENT = { id: 'client', label: { en: 'Client', es: 'Cliente' } }
const OS = { id: 'os', label: { en: 'System of the request', es: 'Sistema de la solicitud' } }
const SEEN = { id: 'seen', label: { en: 'New or returning', es: 'Nuevo o conocido' } }
const FINGERPRINT = { id: 'fingerprint', label: { en: 'Group of errors', es: 'Grupo de errores' } }
const named = (id: string) => ({ id, label: same(id) })

const DIMENSIONS = {
  census: [...['AppName', 'DeviceModel', 'OSName', 'OSVersion', 'UserLanguage'].map(named), CLIENT, SEEN],
  usage: [CLIENT, OS, named('FederationPartner')],
  error: [
    CLIENT,
    OS,
    { id: 'ConversationState', label: { en: 'Conversation state', es: 'Estado de la conversación' } },
    FINGERPRINT,
  ],
}

/** A release in the middle of the periods, and two at their end. */
const fakeReleases = (question: FakeQuestion) => {
  const periods = fakePeriods(question)
  const days = [periods[Math.floor(periods.length / 2)], periods.at(-2), periods.at(-2)]
  return question.kind === 'empty'
    ? []
    : days.flatMap((day = '', at) => (day === '' ? [] : [{ version: `8.${at + 1}.0`, day }]))
}

/** What the answers of all lanes have. */
export const fakeFrame = (question: FakeQuestion) => {
  const dimensions = DIMENSIONS[question.lane]
  const first = question.lane === 'error' ? FINGERPRINT : dimensions[0]
  return {
    product: question.product,
    category: question.lane,
    period: question.period,
    periods: fakePeriods(question),
    asOf: AS_OF,
    groupMinimum: FAKE_MINIMUM,
    dimensions,
    by: dimensions.find(({ id }) => id === question.by) ?? first,
    moreGroups: 0,
    releases: fakeReleases(question),
    where: question.where.map((text) => ({
      id: text.slice(0, text.indexOf(':')),
      value: text.slice(text.indexOf(':') + 1),
    })),
  }
}

/** Numbers that grow a little, fall at weekends, and are small while the last period is going on. */
export const fakeValues = (question: FakeQuestion, name: string, size: number): readonly number[] =>
  fakePeriods(question).map((day, at, all) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    const rest = question.period === 'day' && (weekday === 0 || weekday === 6) ? 0.45 : 1
    const growth = 0.75 + (0.25 * (at + 1)) / all.length
    const going = at === all.length - 1 ? 0.3 : 1
    const share = question.where.length > 0 ? 0.4 : 1
    return Math.round(size * share * rest * growth * going * (0.93 + 0.14 * chanceOf(`${name} ${day}`)))
  })

/** The numbers, with null where they are under the minimum. */
export const hiddenUnder = (values: readonly number[]): readonly (number | null)[] =>
  values.map((value) => (value < FAKE_MINIMUM ? null : value))

/** Names that try to break a page. */
export const HOSTILE_NAMES: readonly string[] = [
  '<img src=x onerror="globalThis.broken = true">',
  '\u202Egnitseretni\u2066',
  `${'W'.repeat(9_000)} the end`,
  '=HYPERLINK("http://localhost/","x")',
  'a:b*c,"d"\n',
]
