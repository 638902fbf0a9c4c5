/** What this client wrote to the storage as JSON; undefined where there is nothing or it was spoilt. */
export const parseJson = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** The same for what has to be an object: an empty one where it is none. */
export const parseObject = <T extends object>(text: string | undefined): Partial<T> => ({
  ...(parseJson(text) as T | undefined),
})
