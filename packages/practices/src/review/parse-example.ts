import type { DataType } from '../data-type.js'
import { LOG_LEVELS } from '../value.js'

const AMOUNT = /^(\d+(?:\.\d+)?)(?: ?[a-z]+)?$/i
const GUID = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/

const numberByName = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    text.split(/,\s*/).map((part) => {
      const at = part.lastIndexOf(' ')
      return [part.slice(0, at), Number(part.slice(at + 1))]
    }),
  )

const parts = (text: string, separator: string): readonly [string, string] => {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}

/** The value that an example, as people read it, stands for; undefined where it stands for none. */
export const parseExample = ({ kind, example }: DataType): unknown => {
  switch (kind) {
    case 'count':
      return Number(example)
    case 'duration':
      return Number(AMOUNT.exec(example)?.[1] ?? Number.NaN)
    case 'labelled-count':
    case 'measurements':
      return numberByName(example)
    case 'distribution':
      return numberByName(example.replaceAll(': ', ' '))
    case 'attributes':
      return Object.fromEntries([parts(example, ' ')])
    case 'exception': {
      const [type, message] = parts(example, ': ')
      return { type, message }
    }
    case 'log': {
      const [level, message] = parts(example, ': ')
      return [{ beforeMillis: 0, level: LOG_LEVELS.find((known) => known === level), message }]
    }
    case 'twice-hashed-user-id':
      // What people see is the pseudonym that the service makes; what travels is the first hash, 43 characters.
      return GUID.test(example) ? 'A'.repeat(43) : undefined
    default:
      return example
  }
}
