import { parseBoolean, unquote } from '../policy/parse-boolean.js'
import type { ArgumentFault, Parameter, ParameterValue } from './parameter.js'

/** The value of a parameter, or why there is none. */
export type Read =
  | { readonly kind: 'read'; readonly value: ParameterValue }
  | { readonly kind: 'refused'; readonly fault: ArgumentFault }

const read = (value: ParameterValue): Read => ({ kind: 'read', value })

/** The value of a parameter in what the command line has for it. Empty text is what is left of a lost value. */
export const readValue = ({ name, kind }: Parameter, text = ''): Read => {
  if (kind === 'text')
    return text === ''
      ? { kind: 'refused', fault: { kind: 'missing-value', parameter: name } }
      : read({ kind: 'text', text: unquote(text) })
  if (text === '') return read({ kind: 'lost' })
  const value = parseBoolean(text)
  return value === undefined
    ? { kind: 'refused', fault: { kind: 'not-a-boolean', parameter: name, given: text } }
    : read({ kind: 'boolean', value })
}

/** The value of a switch that stands alone. */
export const SWITCHED_ON: Read = read({ kind: 'boolean', value: true })
