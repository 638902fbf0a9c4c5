import { chanceOf, fakeValues, HOSTILE_NAMES, hiddenUnder, type FakeQuestion } from './fake-frame.js'

const SERIES = [
  ['IMSent', 'IM Sent', 'Mensajes instantáneos enviados', '', 84_000],
  ['IMReceived', 'IM Received', 'Mensajes instantáneos recibidos', '', 97_000],
  ['MeetingJoinAttempts', 'Join a meeting (attempts)', 'Unirse a una reunión (intentos)', '', 18_500],
  ['MeetingJoinSuccesses', 'Join a meeting (success)', 'Unirse a una reunión (con éxito)', '', 17_900],
  ['CallMinutes', 'Call/meeting minutes', 'Minutos de llamada o reunión', 'minute', 240_000],
  ['CallsMade', 'Calls made', 'Llamadas realizadas', '', 31_000],
  ['Sessions', 'Stability: sessions', 'Estabilidad: sesiones', '', 29_000],
  ['Crashes', 'Stability: crashes', 'Estabilidad: bloqueos', '', 130],
] as const

const NAMES: Readonly<Record<string, readonly string[]>> = {
  client: ['desktop', 'mobile', 'web', 'meetings-app', 'join-launcher'],
  os: ['Windows', 'iOS', 'Android', 'macOS'],
  FederationPartner: [
    'Microsoft.com',
    'fabrikam.com',
    'contoso.com',
    'northwind.example',
    'tailspin.example',
  ],
}

const FEATURES = [
  'screen-sharing',
  'whiteboard',
  'background-blur',
  'recording',
  'reactions',
  'breakout-rooms',
  'captions',
  'polls',
  'file-sharing',
  'hand-raise',
  'together-mode',
  'dial-in',
  'transcript',
  'presenter-view',
]

const valuesOf = (question: FakeQuestion, share: number) => {
  const made = new Map(
    SERIES.map(([dataType, , , , size]) => [dataType, fakeValues(question, dataType, size * share)]),
  )
  // What succeeded is part of what was attempted.
  const attempts = made.get('MeetingJoinAttempts') ?? []
  made.set(
    'MeetingJoinSuccesses',
    attempts.map((value, at) => Math.round(value * (0.94 + 0.05 * chanceOf(`joined ${at}`)))),
  )
  return SERIES.map(([dataType]) => made.get(dataType) ?? [])
}

const groupsOf = (question: FakeQuestion) => {
  const { by = 'client', kind } = question
  const names = kind === 'hostile' ? HOSTILE_NAMES : (NAMES[by] ?? [])
  return names.map((value, rank) => ({
    value,
    reports: hiddenUnder(fakeValues(question, value, 21_000 / 2 ** (rank + 1))),
    series: valuesOf(question, 1 / 2 ** (rank + 1)),
  }))
}

const PAGE_LOADS = {
  dataType: 'PageLoads',
  label: { en: 'Page load times', es: 'Tiempos de carga de las páginas' },
  unit: 'ms',
  buckets: [0, 50, 100, 250, 500, 1000, 2500].map((from, at) => ({
    from,
    count: [120, 940, 2210, 1480, 520, 140, 20][at] ?? 0,
  })),
  total: 5430,
}

/** Usage of a fake fleet. */
export const fakeUsage = (question: FakeQuestion): object => {
  const isFull = question.kind === 'full' || question.kind === 'hostile'
  const values = valuesOf(question, 1)
  const nothing = Array.from({ length: question.periods }, () => null)
  const features = question.kind === 'hostile' ? HOSTILE_NAMES : FEATURES
  const hidden = question.by === 'FederationPartner' ? 340 : 0
  return {
    reports: isFull ? fakeValues(question, 'reports', 21_000) : nothing,
    series: SERIES.map(([dataType, en, es, unit], at) => ({
      dataType,
      label: { en, es },
      unit,
      values: isFull ? values[at] : nothing,
    })),
    groups: isFull ? groupsOf(question) : [],
    notShown: { reports: fakeValues(question, 'hidden', isFull ? hidden : 0) },
    features: [
      {
        dataType: 'FeatureUse',
        label: { en: 'Frequency of features used', es: 'Frecuencia de uso de las características' },
        values: isFull
          ? features.map((value, rank) => ({
              value,
              counts: fakeValues(question, value, 4200 / 1.4 ** rank),
            }))
          : [],
      },
    ],
    distributions: isFull ? [PAGE_LOADS] : [],
  }
}
