/** Reads a value at the edge: gives it typed, or throws where it has another shape. Fields that are not asked for are left out. */
export type Shape<T> = (value: unknown, path: string) => T

/** What a shape reads. */
export type Shaped<S> = S extends Shape<infer T> ? T : never

const unexpected = (path: string, wanted: string): never => {
  throw new TypeError(`${path} is not ${wanted}`)
}

/** A string. */
export const text: Shape<string> = (value, path) =>
  typeof value === 'string' ? value : unexpected(path, 'a string')

/** A finite number. */
export const number: Shape<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? value : unexpected(path, 'a number')

/** The shape, or null. */
export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, path) =>
    value === null || value === undefined ? null : shape(value, path)

/** One of the words. */
export const oneOf =
  <const T extends string>(words: readonly T[]): Shape<T> =>
  (value, path) =>
    words.find((word) => word === value) ?? unexpected(path, `one of ${words.join(', ')}`)

/** A list of the shape. */
export const list =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value, path) =>
    Array.isArray(value)
      ? value.map((part: unknown, index) => shape(part, `${path}[${index}]`))
      : unexpected(path, 'a list')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value of the shape for every key there is. */
export const dictionary =
  <T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value, path) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part, `${path}.${key}`)]))
      : unexpected(path, 'an object')

type Fields = Readonly<Record<string, Shape<unknown>>>

/** An object with the fields. */
export const object =
  <const F extends Fields>(fields: F): Shape<{ readonly [K in keyof F]: Shaped<F[K]> }> =>
  (value, path) => {
    if (!isRecord(value)) return unexpected(path, 'an object')
    const read = Object.entries(fields).map(
      ([key, shape]) => [key, shape(value[key], `${path}.${key}`)] as const,
    )
    return Object.fromEntries(read) as { readonly [K in keyof F]: Shaped<F[K]> }
  }
