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

/** An error, of this or another window. A name without a message may be a person's. */
const isErrorLike = (thrown: object, message: string | undefined): boolean =>
  message !== undefined || (quietly(() => thrown instanceof Error) ?? false)

const describeObject = (thrown: object): ExceptionValue => {
  const message = textOf(thrown, 'message')
  const isError = isErrorLike(thrown, message)
  const type = ((isError ? textOf(thrown, 'name') : undefined) ?? className(thrown)) || 'Object'
  const stack = isError ? textOf(thrown, 'stack') : undefined
  return {
    type: type.slice(0, LIMITS.maxTextLength),
    message: (message ?? '').slice(0, LIMITS.maxMessageLength),
    ...(stack !== undefined && {
      stack: stack.slice(0, LIMITS.maxStackLength).replaceAll(AFTER_PATH, '$1'),
    }),
  }
}

/**
 * Whatever was thrown, as an error that travels; longer texts are cut. Of an object that is no error only its class
 * is told; of an error `name`, `message` and `stack` are read, each on its own: a getter that throws loses that one.
 */
export const describeThrown = (thrown: unknown): ExceptionValue => {
  if (typeof thrown === 'object' && thrown !== null) return describeObject(thrown)
  const type = thrown === null ? 'null' : typeof thrown
  const message = type in WORDS ? String(thrown) : ''
  return { type, message: message.slice(0, LIMITS.maxMessageLength) }
}
