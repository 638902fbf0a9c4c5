/** What this client wrote to the storage as JSON; undefined where there is nothing or it was spoilt. */
export const parseJson = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
