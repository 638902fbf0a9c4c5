import { isHolder, ownValue } from '../context.js'

/** What the rules of the product say of a context, as far as they say it; read line by line, without the practices. */
export type Reading = Readonly<Record<string, unknown>>

type Context = Readonly<Record<string, unknown>>

const MEETINGS: ReadonlySet<unknown> = new Set(['meetings-app', 'join-launcher'])
const CLIENTS: ReadonlySet<unknown> = new Set(['desktop', 'mobile', 'web'])
const NO_WATSON = { collect: false, control: 'Watson' }

const isUnreadable = (value: unknown): boolean => value !== undefined && !isHolder(value)

const readWatson = (watson: unknown): Reading => {
  const levels = [ownValue(watson, 'machine'), ownValue(watson, 'user')]
  if (isUnreadable(watson) || levels.some(isUnreadable)) return NO_WATSON
  const all = (name: string) => levels.map((level) => ownValue(level, name)).filter((v) => v !== undefined)
  const [disabled, less, consents] = ['Disabled', 'DontSendAdditionalData', 'DefaultConsent'].map(all)
  if (disabled?.some((value) => value !== 0)) return NO_WATSON
  if (less?.some((value) => value !== 0 && value !== 1)) return NO_WATSON
  if (consents?.some((value) => ![0, 1, 2, 3, 4].includes(value as number))) return NO_WATSON
  const lowest = Math.min(...((consents ?? []) as number[]).map((value) => Math.max(value, 1)))
  if (lowest === Infinity || lowest === 1) return NO_WATSON
  const detail = less?.includes(1) ? 'parameters' : ['parameters', 'safe', 'all'][lowest - 2]
  return { collect: true, control: 'Watson', detail }
}

const readMeetings = (settings: unknown, meeting: unknown): Reading => {
  const control = 'MeetingUxEnableTelemetry'
  const values = ownValue(settings, control)
  if (isUnreadable(settings) || isUnreadable(values)) return { collect: false, control }
  const pool = ownValue(meeting, 'pool')
  const site = ownValue(meeting, 'site')
  for (const scope of [
    ...(typeof pool === 'string' ? [`service:WebServer:${pool}`] : []),
    ...(typeof site === 'string' ? [`site:${site}`] : []),
    'global',
  ]) {
    const value = ownValue(values, scope)
    if (value !== undefined) return { collect: value === true, control, source: scope }
  }
  return { collect: false, control, source: 'default' }
}

const readClients = (lane: string, settings: unknown, user: unknown): Reading => {
  const control = 'DisableAutomaticSendTracing'
  const values = ownValue(settings, control)
  if (isUnreadable(settings) || isUnreadable(values)) return { collect: false, control }
  const sources = ['in-band', 'machine', 'user']
  const of = (isWanted: (value: unknown) => boolean): string | undefined =>
    sources.find((source) => isWanted(ownValue(values, source)))
  const disabled = of((value) => value !== undefined && value !== false)
  if (disabled !== undefined) return { collect: false, control, source: disabled }
  if (lane === 'usage') return { collect: true, control, source: of((value) => value === false) ?? 'default' }
  const choice = ownValue(user, 'errorReporting')
  const isMade = choice !== undefined && choice !== 'undecided'
  return {
    collect: choice === 'granted',
    control: 'ErrorReportingOptIn',
    source: isMade ? 'user' : 'default',
  }
}

/** Reads the rules of Skype for Business and Microsoft Teams for a context. */
export const readRules = (dataType: string, { client, os, ...context }: Context): Reading => {
  const [lane = ''] = dataType.split('.')
  if (lane === 'census') return { collect: true, control: null }
  const { settings, meeting, user, watson } = context
  if (client === 'meetings-app' && os === 'Windows' && dataType === 'error.Crash') return readWatson(watson)
  if (MEETINGS.has(client)) return readMeetings(settings, meeting)
  return CLIENTS.has(client) ? readClients(lane, settings, user) : { collect: false, control: null }
}
