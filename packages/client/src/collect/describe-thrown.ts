import { LIMITS, type ExceptionValue } from '@candor/practices'

import { quietly } from './stops.js'

/** The query and fragment of an address in a stack, which may name a person or hold a secret. */
const AFTER_PATH = /(\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s?#()]*)[?#][^\s()]*?(?=(?::\d+){0,2}\)?(?:\s|$))/gi
const WORDS = { string: true, number: true, bigint: true, boolean: true } as const

const textOf = (thrown: object, key: string): string | undefined =>
  quietly(() => {
    const text: unknown = Reflect.get(thrown, key)
    return typeof text === 'string' && text !== '' ? text : undefined
  })

const className = (thrown: object): string | undefined =>
  quietly(() => {
    const type: unknown = Reflect.get(thrown, 'constructor')
    return typeof type === 'function' ? type.name : undefined
  })

const describeObject = (thrown: object): ExceptionValue => {
  const type = (textOf(thrown, 'name') ?? className(thrown)) || 'Object'
  const stack = textOf(thrown, 'stack')
  return {
    type: type.slice(0, LIMITS.maxTextLength),
    message: (textOf(thrown, 'message') ?? '').slice(0, LIMITS.maxMessageLength),
    ...(stack !== undefined && {
      stack: stack.slice(0, LIMITS.maxStackLength).replaceAll(AFTER_PATH, '$1'),
    }),
  }
}

/**
 * Whatever was thrown, as an error that travels; longer texts are cut. Of an object that is no error only its class,
 * `name`, `message` and `stack` are read, each on its own: a getter that throws loses that one.
 */
export const describeThrown = (thrown: unknown): ExceptionValue => {
  if (typeof thrown === 'object' && thrown !== null) return describeObject(thrown)
  const type = thrown === null ? 'null' : typeof thrown
  const message = type in WORDS ? String(thrown) : ''
  return { type, message: message.slice(0, LIMITS.maxMessageLength) }
}
