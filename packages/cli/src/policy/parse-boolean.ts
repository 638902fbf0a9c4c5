const QUOTES = /^(['"\u2018\u201C])(.*)['"\u2019\u201D]$/u

/** A value without the quotes that a shell or a word processor left around it. */
export const unquote = (text: string): string => QUOTES.exec(text)?.[2] ?? text

const VALUES: ReadonlyMap<string, boolean> = new Map([
  ['$true', true],
  ['true', true],
  ['1', true],
  ['$false', false],
  ['false', false],
  ['0', false],
])

/** True or False as people and PowerShell write it ($True, true, 1), in any case; undefined where it is neither. */
export const parseBoolean = (text: string): boolean | undefined => VALUES.get(unquote(text).toLowerCase())

/** A value as people read it: True and False as the practices write them, anything else as JSON. */
export const showValue = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return JSON.stringify(value) ?? String(value)
}
