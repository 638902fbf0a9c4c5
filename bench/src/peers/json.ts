/** A value of JSON that is looked into by names; what is not there is undefined. */
export interface Json {
  readonly at: (...names: readonly string[]) => Json
  readonly list: () => readonly Json[]
  readonly entries: () => readonly (readonly [string, unknown])[]
  readonly value: unknown
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Wraps a value. */
export const json = (value: unknown): Json => ({
  value,
  at: (...names) => json(names.reduce((inner, name) => (isObject(inner) ? inner[name] : undefined), value)),
  list: () => (Array.isArray(value) ? value.map(json) : []),
  entries: () => (isObject(value) ? Object.entries(value) : []),
})

/** The JSON values of a text with one a line; lines that are none are left out. */
export const jsonLines = (text: string): readonly Json[] =>
  text.split('\n').flatMap((line) => {
    try {
      return [json(JSON.parse(line))]
    } catch {
      return []
    }
  })
