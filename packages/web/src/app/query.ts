/** Changes to an address's query; undefined takes a parameter away. */
export type QueryChanges = Readonly<Record<string, string | undefined>>

/** The query with the changes, and a leading question mark where it is not empty. */
export const withQuery = (search: string, changes: QueryChanges): string => {
  const query = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
