import type { Candor } from '../core/candor.js'
import { findAutomatic } from './automatic-types.js'
import { quietly, startAll, type Stop } from './stops.js'
import { whileCollected } from './while-collected.js'

/** What can be taken from the console. */
export const CONSOLE_METHODS = ['warn', 'error'] as const
export type ConsoleMethod = (typeof CONSOLE_METHODS)[number]
type Console = Record<ConsoleMethod, (...values: unknown[]) => void>

const LEVELS = { warn: 'warning', error: 'error' } as const
const MAX_LENGTH = 1024

/** Texts and numbers as they are, errors by type and message; of other objects nothing, since they may hold anything. */
const wordOf = (value: unknown): string => {
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (typeof value === 'function' || (typeof value === 'object' && value !== null)) return '(object)'
  return String(value)
}

const lineOf = (values: readonly unknown[]): string => values.map(wordOf).join(' ').slice(0, MAX_LENGTH)

const capture = (candor: Candor, console: Console, method: ConsoleMethod): Stop => {
  const original = console[method]
  let state: 'idle' | 'logging' | 'stopped' = 'idle'
  const log = (values: readonly unknown[]): void => {
    state = 'logging'
    quietly(() => candor.error.log(LEVELS[method], lineOf(values)))
    state = 'idle'
  }
  const captured = (...values: unknown[]): void => {
    if (state === 'idle') log(values)
    original.apply(console, values)
  }
  Object.assign(console, { [method]: captured })
  return () => {
    state = 'stopped'
    // Whoever wrapped it later goes on through this function, which then only passes on.
    if (console[method] === captured) Object.assign(console, { [method]: original })
  }
}

/** Adds what is written to the console to the log of errors, while the practices have one and it is collected. */
export const collectConsole = (candor: Candor, console: Console, methods: readonly ConsoleMethod[]): Stop =>
  whileCollected(candor, findAutomatic(candor.practices, 'log'), () =>
    startAll(methods.map((method) => () => capture(candor, console, method))),
  )
