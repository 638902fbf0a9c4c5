import { parseArgs } from 'node:util'

import { CLIENTS, type Client } from './clients.js'

const PARTS = ['cost', 'faults'] as const

type Part = (typeof PARTS)[number]

/** What of the bench is run. */
export interface Options {
  readonly clients: readonly Client[]
  readonly parts: readonly Part[]
}

const choose = <T>(
  what: string,
  all: readonly T[],
  nameOf: (item: T) => string,
  text?: string,
): readonly T[] => {
  const names = text?.split(',') ?? all.map(nameOf)
  const unknown = names.filter((name) => !all.some((item) => nameOf(item) === name))
  if (unknown.length > 0) throw new Error(`--${what}: names of ${all.map(nameOf).join(', ')}`)
  return all.filter((item) => names.includes(nameOf(item)))
}

/** Reads `--only candor,glean --part faults`. Default: everything. */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, part: { type: 'string' } },
  })
  return {
    clients: choose('only', CLIENTS, ({ name }) => name, values.only),
    parts: choose('part', PARTS, (name) => name, values.part),
  }
}
