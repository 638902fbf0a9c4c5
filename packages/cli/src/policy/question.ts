import { CONSENT_ANSWERS, type DecisionContext, type Practices } from '@candor/practices'
import { right, wrong, type Checked } from './fault.js'
import { nearest } from './nearest.js'

/** The operating systems that rules name; others keep the spelling they were given. */
const KNOWN_OS = ['Windows', 'macOS', 'Linux', 'iOS', 'Android'] as const

const OS_BY_PLATFORM: Readonly<Record<string, string>> = { win32: 'Windows', darwin: 'macOS', linux: 'Linux' }

/** Whom a decision is asked for, as a command line says it. */
export interface QuestionOptions {
  readonly client: string
  /** Default: that of this machine. */
  readonly os?: string
  readonly pool?: string
  readonly site?: string
  readonly consent?: string
  /** JSON of the device's Windows Error Reporting values by level. */
  readonly watson?: string
}

/** A decision's context but for the settings. */
export type Asker = Pick<DecisionContext, 'client' | 'os' | 'meeting' | 'user' | 'watson'>

/** One of the known words in any case. */
const pick = (option: string, given: string, known: readonly string[]): Checked<string> => {
  const found = known.find((word) => word.toLowerCase() === given.toLowerCase())
  if (found !== undefined) return right(found)
  const near = nearest(given, known)
  return wrong(
    {
      en: `--${option} is not one of ${known.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      es: `--${option} no es uno de ${known.join(', ')}.${near === undefined ? '' : ` ¿Quiso decir ${near}?`}`,
    },
    { en: `Write --${option} ${known[0] ?? ''}`, es: `Escriba --${option} ${known[0] ?? ''}` },
  )
}

const osOf = (given: string): string =>
  KNOWN_OS.find((known) => known.toLowerCase() === given.toLowerCase()) ?? given

/** The choices of a user who answers every question of the practices alike, under their present wording. */
const choicesOf = (practices: Practices, answer: string): Readonly<Record<string, unknown>> => {
  const reads = Object.values(practices.controls).flatMap((control) =>
    control.kind === 'choice' ? [control.reads] : [],
  )
  const entries = reads.flatMap((key): readonly (readonly [string, unknown])[] => [
    [key, answer],
    [`${key}Version`, practices.version],
  ])
  return Object.fromEntries<unknown>(entries)
}

const parseWatson = (text: string): Checked<unknown> => {
  try {
    return right(JSON.parse(text) as unknown)
  } catch {
    return wrong(
      { en: '--watson is not JSON.', es: '--watson no es JSON.' },
      {
        en: `Write --watson '{"machine":{"DefaultConsent":4}}'`,
        es: `Escriba --watson '{"machine":{"DefaultConsent":4}}'`,
      },
    )
  }
}

const meetingOf = ({ pool, site }: QuestionOptions): Pick<Asker, 'meeting'> =>
  pool === undefined && site === undefined
    ? {}
    : { meeting: { ...(pool !== undefined && { pool }), ...(site !== undefined && { site }) } }

/** The asker that options describe. */
export const parseAsker = (
  practices: Practices,
  options: QuestionOptions,
  platform: string,
): Checked<Asker> => {
  const client = pick('client', options.client, practices.clients)
  if (client.kind === 'wrong') return client
  const consent = pick('consent', options.consent ?? 'undecided', CONSENT_ANSWERS)
  if (consent.kind === 'wrong') return consent
  const watson = options.watson === undefined ? right(undefined) : parseWatson(options.watson)
  if (watson.kind === 'wrong') return watson
  return right({
    client: client.value,
    os: osOf(options.os ?? OS_BY_PLATFORM[platform] ?? platform),
    ...meetingOf(options),
    ...(options.consent !== undefined && { user: choicesOf(practices, consent.value) }),
    ...(watson.value !== undefined && { watson: watson.value }),
  })
}
