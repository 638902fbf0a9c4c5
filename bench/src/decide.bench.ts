import { decide, type DecisionContext } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'

const ROUNDS = 5
const DECISIONS = 2_000_000

const pool = 'service:WebServer:pool01.contoso.com'
const QUESTIONS: readonly (readonly [string, DecisionContext])[] = [
  ['census.AppName', { client: 'desktop', os: 'Windows' }],
  [
    'usage.IMSent',
    {
      client: 'desktop',
      os: 'Windows',
      settings: { DisableAutomaticSendTracing: { 'in-band': false, machine: true } },
    },
  ],
  ['error.Exception', { client: 'web', os: 'Linux', user: { errorReporting: 'granted' } }],
  [
    'usage.CallMinutes',
    {
      client: 'meetings-app',
      os: 'macOS',
      meeting: { pool: 'pool01.contoso.com' },
      settings: { MeetingUxEnableTelemetry: { [pool]: true } },
    },
  ],
  ['error.Crash', { client: 'meetings-app', os: 'Windows', watson: { machine: { DefaultConsent: 4 } } }],
]

const round = (): number => {
  const start = performance.now()
  let collected = 0
  for (let made = 0; made < DECISIONS; made += QUESTIONS.length) {
    for (const [dataType, context] of QUESTIONS)
      collected += Number(decide(skypeTeams, dataType, context).collect)
  }
  if (collected === 0) throw new Error('nothing was decided')
  return DECISIONS / ((performance.now() - start) / 1000)
}

const rates = Array.from({ length: ROUNDS }, round).toSorted((a, b) => a - b)
console.table({ 'decide()': { 'decisions/s, median': Math.round(rates[2] ?? 0), goal: 1_000_000 } })
