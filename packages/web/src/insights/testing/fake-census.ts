import { chanceOf, fakeValues, HOSTILE_NAMES, hiddenUnder, type FakeQuestion } from './fake-frame.js'

const NAMES: Readonly<Record<string, readonly string[]>> = {
  AppName: [
    'Lync.exe',
    'iPhoneSkype',
    'AndroidSkype',
    'SkypeMeetingsApp',
    'JoinLauncher',
    'iPadSkype',
    'MacSkype',
    'TeamsWeb',
    'LyncBasic',
    'RoomSystem',
    'PhoneEdition',
  ],
  DeviceModel: ['iPhone', 'Surface Pro', 'Pixel 9', 'ThinkPad T14'],
  OSName: ['Windows', 'iPhoneiOS', 'Android', 'macOS', 'Linux'],
  OSVersion: ['10.0.26100', '18.3', '15.2', '14.7', '10.0.22631', '8.3'],
  UserLanguage: ['EN-US', 'ES-ES', 'DE-DE', 'FR-FR', 'PT-BR', 'JA-JP', 'ES-MX', 'NL-NL', 'IT-IT', 'PL-PL'],
  seen: ['returning', 'new'],
  client: ['desktop', 'mobile', 'web', 'meetings-app', 'join-launcher'],
}

const namesOf = ({ by = 'AppName', kind }: FakeQuestion): readonly string[] =>
  kind === 'hostile' ? HOSTILE_NAMES : (NAMES[by] ?? [])

const nothing = ({ periods }: FakeQuestion, value: number | null) =>
  Array.from({ length: periods }, () => value)

const COUNTS = [
  { dataType: 'SignInAttempts', label: { en: 'Sign-in attempts', es: 'Intentos de inicio de sesión' } },
  { dataType: 'SignInFailures', label: { en: 'Sign-in failures', es: 'Errores de inicio de sesión' } },
]

const signIns = (question: FakeQuestion, name: string, devices: number) => {
  const attempts = fakeValues(question, `${name} attempts`, devices * 1.6)
  const failures = attempts.map((value, at) =>
    Math.round(value * (0.02 + 0.06 * chanceOf(`${name} bad ${at}`))),
  )
  return [attempts, failures]
}

const groupsOf = (question: FakeQuestion) =>
  namesOf(question).map((value, rank) => {
    const size = 5200 / 1.7 ** rank
    const devices = fakeValues(question, value, size)
    return {
      value,
      devices: hiddenUnder(devices),
      reports: hiddenUnder(devices),
      counts: signIns(question, value, size),
    }
  })

/** Census of a fake fleet of some ten thousand devices. */
export const fakeCensus = (question: FakeQuestion): object => {
  const isFull = question.kind === 'full' || question.kind === 'hostile'
  const all = (name: string, size: number) =>
    isFull ? fakeValues(question, name, size) : nothing(question, null)
  const counts = signIns(question, 'all', 12_400)
  return {
    groups: isFull ? groupsOf(question) : [],
    notShown: {
      devices: isFull
        ? fakeValues(question, 'hidden', 160)
        : nothing(question, question.kind === 'small' ? 12 : 0),
    },
    totals: {
      devices: question.kind === 'small' ? nothing(question, 12) : all('devices', 12_400),
      newDevices: all('new', 720),
      users: all('users', 10_900),
      reports: question.kind === 'small' ? nothing(question, 12) : all('devices', 12_400),
      counts: COUNTS.map((count, at) => ({
        ...count,
        values: isFull ? counts[at] : nothing(question, null),
      })),
    },
    userEpochs: 1,
  }
}
