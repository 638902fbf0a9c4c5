import { fakePeriods, fakeValues, HOSTILE_NAMES, hiddenUnder, type FakeQuestion } from './fake-frame.js'

const GROUPS = [
  ['TypeError', 'joinMeeting (join.ts:118)', '', 640],
  ['SignInError', 'exchangeToken (session.ts:42)', '0x80070005', 410],
  ['MediaError', 'startVideo (media/devices.ts:203)', '0x800C0005', 220],
  ['TimeoutError', 'loadRoster (roster.ts:77)', '', 120],
  ['AccessViolation', '', '0xC0000005', 60],
] as const

const groupsOf = (question: FakeQuestion) => {
  const days = fakePeriods(question)
  return GROUPS.map(([type, place, code, size], at) => {
    const values = fakeValues(question, type, size)
    return {
      value: `1:000000000000000${at}`,
      type: question.kind === 'hostile' ? HOSTILE_NAMES[at] : type,
      place: question.kind === 'hostile' ? HOSTILE_NAMES[at] : place,
      code,
      affectedUsers: question.where.length > 0 ? null : Math.round(size * 3.1),
      firstDay: days[Math.min(at * 2, days.length - 1)],
      lastDay: days.at(-1),
      state: at === 1 ? 'regressed' : 'open',
      reports: hiddenUnder(values),
    }
  })
}

const CLIENTS = ['desktop', 'mobile', 'web']

const valuesOf = (question: FakeQuestion) =>
  CLIENTS.map((value, rank) => ({
    value,
    type: '',
    place: '',
    code: '',
    affectedUsers: null,
    firstDay: null,
    lastDay: null,
    state: 'open',
    reports: hiddenUnder(fakeValues(question, value, 900 / 2 ** rank)),
  }))

const ROUND_TRIP = {
  dataType: 'NetworkQuality.roundTripMillis',
  label: { en: 'Network connection quality: round trip', es: 'Calidad de la conexión de red: ida y vuelta' },
  unit: 'ms',
  buckets: [0, 25, 50, 100, 200, 400, 800].map((from, at) => ({
    from,
    count: [80, 410, 640, 520, 260, 110, 40][at] ?? 0,
  })),
  total: 2060,
}

/** Errors of a fake fleet. */
export const fakeErrors = (question: FakeQuestion): object => {
  const groups = (question.by ?? 'fingerprint') === 'fingerprint' ? groupsOf : valuesOf
  const isFull = question.kind === 'full' || question.kind === 'hostile'
  const nothing = Array.from({ length: question.periods }, () => null)
  return {
    reports: isFull ? fakeValues(question, 'errors', 1460) : nothing,
    groups: isFull ? groups(question) : [],
    userEpochs: 1,
    distributions: isFull ? [ROUND_TRIP] : [],
  }
}
