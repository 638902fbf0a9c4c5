import { NAMED_RANGES, parseTrustedProxies } from '@candor/server/client-address'

/** What the values of a key are. */
export interface Kind<T> {
  /** What is allowed, for the documentation and for errors. */
  readonly allowed: string
  /** How the command line names the value; undefined where the flag alone says it. */
  readonly placeholder: string | undefined
  /** Reads a value of a file, of the environment or of a flag; undefined where it is not allowed. */
  readonly parse: (given: unknown) => T | undefined
}

/** Whole numbers. */
export const wholeNumbers = (least: number, most: number): Kind<number> => ({
  allowed: `a whole number from ${least} to ${most}`,
  placeholder: 'number',
  parse: (given) => {
    const value = typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : given
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : undefined
  },
})

/** Any text that is not empty. */
export const texts = (allowed: string): Kind<string> => ({
  allowed,
  placeholder: 'text',
  parse: (given) => (typeof given === 'string' && given !== '' ? given : undefined),
})

/** The path of a file or folder, from the working directory. */
export const paths: Kind<string> = { ...texts('a path'), placeholder: 'path' }

/** One of some words. */
export const oneOf = <const T extends string>(...words: readonly T[]): Kind<T> => ({
  allowed: `one of ${words.join(', ')}`,
  placeholder: 'word',
  parse: (given) => words.find((word) => word === given),
})

const WORDS_OF_TRUTH = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['1', true],
  [false, false],
  ['false', false],
  ['0', false],
])

/** true or false. */
export const truths: Kind<boolean> = {
  allowed: 'true or false',
  placeholder: undefined,
  parse: (given) => WORDS_OF_TRUTH.get(given),
}

const listOf = (given: unknown): readonly unknown[] => {
  if (typeof given === 'string') return given.split(',').map((entry) => entry.trim())
  return Array.isArray(given) ? given : []
}

const entriesOf = (given: unknown): readonly string[] | undefined => {
  const entries = listOf(given)
  return entries.every((entry) => typeof entry === 'string') && entries.length > 0 ? entries : undefined
}

/** Addresses of proxies. */
export const proxies: Kind<readonly string[]> = {
  allowed: `addresses or ranges such as 10.0.0.0/8, or ${Object.keys(NAMED_RANGES).join(', ')}; with commas between, or a list`,
  placeholder: 'list',
  parse: (given) => {
    const entries = entriesOf(given)
    return entries !== undefined && parseTrustedProxies(entries).kind === 'parsed' ? entries : undefined
  },
}

/** Where a server listens. */
export interface ListenAddress {
  readonly host: string
  readonly port: number
}

const HOST_AND_PORT = /^(?:\[([\da-f:.]+)\]|([\w.-]+)):(\d{1,5})$/i
const MOST_PORT = 65_535

/** An address with a port. */
export const listenAddresses: Kind<ListenAddress> = {
  allowed: 'host:port, such as 127.0.0.1:9464 or [::1]:9464',
  placeholder: 'host:port',
  parse: (given) => {
    const found = typeof given === 'string' ? HOST_AND_PORT.exec(given) : null
    const port = Number(found?.[3])
    return found === null || port > MOST_PORT ? undefined : { host: found[1] ?? found[2] ?? '', port }
  },
}

/** The address of a database, or the path of a file. */
export const places: Kind<string> = { ...texts('a postgres:// address or a path'), placeholder: 'place' }

/** An http or https address. */
export const urls: Kind<string> = {
  allowed: 'an http or https address',
  placeholder: 'url',
  parse: (given) =>
    typeof given === 'string' && URL.canParse(given) && /^https?:/i.test(given) ? given : undefined,
}
