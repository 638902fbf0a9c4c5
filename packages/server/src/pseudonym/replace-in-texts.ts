import type { Pseudonym } from '@candor/practices'

const escape = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

const replaceAll = (value: unknown, pattern: RegExp, pseudonym: Pseudonym): unknown => {
  if (typeof value === 'string') return value.replaceAll(pattern, pseudonym)
  if (Array.isArray(value)) return value.map((part) => replaceAll(part, pattern, pseudonym))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, replaceAll(part, pattern, pseudonym)]),
  )
}

/** A value with every occurrence of a user id in its texts, in any case, replaced by the pseudonym. */
export const replaceInTexts = (value: unknown, userId: string, pseudonym: Pseudonym): unknown =>
  replaceAll(value, new RegExp(escape(userId), 'giu'), pseudonym)
