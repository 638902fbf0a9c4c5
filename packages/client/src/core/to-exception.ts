import { LIMITS, type ExceptionValue } from '@candor/practices'

/** An Error as it travels. Longer texts are cut, since a part of a stack is better than none. */
export const toException = ({ name, message, stack }: Error): ExceptionValue => ({
  type: name.slice(0, LIMITS.maxTextLength) || 'Error',
  message: message.slice(0, LIMITS.maxMessageLength),
  ...(stack !== undefined && { stack: stack.slice(0, LIMITS.maxStackLength) }),
})
