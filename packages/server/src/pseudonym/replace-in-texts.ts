import type { BareDataType } from '@candor/practices'

/** Replaces identifiers in a text. */
export type ReplaceInText = (text: string) => string

/** Replaces identifiers in the texts of a value of one data type; what else the value holds stays. */
export type ReplaceInValue = (value: unknown, replace: ReplaceInText) => unknown

type Holder = Readonly<Record<string, unknown>>

const inPart = (part: unknown, replace: ReplaceInText): unknown =>
  typeof part === 'string' ? replace(part) : part

const inText: ReplaceInValue = (value, replace) =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inPart(part, replace)]))
    : inPart(value, replace)

const inLog: ReplaceInValue = (value, replace) =>
  (value as readonly Holder[]).map((line) => ({ ...line, message: inPart(line['message'], replace) }))

const inLabels: ReplaceInValue = (value, replace) => {
  const counts: Record<string, number> = {}
  for (const [label, count] of Object.entries(value as Readonly<Record<string, number>>)) {
    const name = replace(label)
    counts[name] = (counts[name] ?? 0) + count
  }
  return counts
}

/**
 * What replaces identifiers in values of a data type; undefined where a value holds no texts but words that the practices
 * list, which must stay what they are.
 */
export const replaceInValueOf = (type: BareDataType): ReplaceInValue | undefined => {
  switch (type.kind) {
    case 'text':
    case 'name':
    case 'version':
    case 'language':
    case 'organisation':
    case 'exception':
    case 'attributes':
      return inText
    case 'log':
      return inLog
    case 'labelled-count':
      return type.labels === undefined ? inLabels : undefined
    default:
      return undefined
  }
}

const escape = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

/** Makes what replaces every one of the spellings, in any case; the first that fits counts. */
export const createReplace = (spellings: readonly string[], by: string): ReplaceInText => {
  if (spellings.length === 0) return (text) => text
  const pattern = new RegExp(spellings.map(escape).join('|'), 'giu')
  return (text) => text.replaceAll(pattern, by)
}
