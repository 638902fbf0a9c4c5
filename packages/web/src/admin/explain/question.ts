import type { Shape } from '../api/api.js'

type Question = Shape<'ExplainQuestion'>

/** The values of Windows Error Reporting that count, and what each may be. */
export const WATSON_VALUES = {
  Disabled: [0, 1],
  DefaultConsent: [1, 2, 3, 4],
  DontSendAdditionalData: [0, 1],
} as const

/** The levels at which they are read. */
export const WATSON_LEVELS = ['machine', 'user'] as const

/** The name of a value of a level in the address, such as machine.Disabled. */
export const watsonName = (
  level: (typeof WATSON_LEVELS)[number],
  value: keyof typeof WATSON_VALUES,
): string => `${level}.${value}`

/** What a user may have chosen. */
export const USER_CHOICES = ['undecided', 'granted', 'denied'] as const

const levelOf = (
  query: URLSearchParams,
  level: (typeof WATSON_LEVELS)[number],
): Record<string, number> | undefined => {
  const set = (Object.keys(WATSON_VALUES) as (keyof typeof WATSON_VALUES)[])
    .map((value) => [value, query.get(watsonName(level, value))] as const)
    .filter((pair): pair is [keyof typeof WATSON_VALUES, string] => pair[1] !== null)
    .map(([value, text]) => [value, Number(text)] as const)
  return set.length === 0 ? undefined : Object.fromEntries(set)
}

const watsonOf = (query: URLSearchParams): Question['watson'] => {
  const [machine, user] = WATSON_LEVELS.map((level) => levelOf(query, level))
  if (machine === undefined && user === undefined) return undefined
  return { ...(machine !== undefined && { machine }), ...(user !== undefined && { user }) }
}

/** The question in an address; undefined where it names no data type. */
export const questionOf = (
  query: URLSearchParams,
  product: string,
  organisation: string,
): Question | undefined => {
  const dataType = query.get('dataType')
  if (dataType === null) return undefined
  const pool = query.get('pool')
  const errorReporting = USER_CHOICES.find((each) => each === query.get('choice'))
  const watson = watsonOf(query)
  return {
    product,
    organisation,
    dataType,
    client: query.get('client') ?? 'desktop',
    os: query.get('os') ?? 'Windows',
    ...(pool !== null && { pool }),
    ...(errorReporting !== undefined && { errorReporting }),
    ...(watson !== undefined && { watson }),
  }
}
