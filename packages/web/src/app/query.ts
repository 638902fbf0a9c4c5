/** Changes to an address's query; undefined takes a parameter away, a list gives it once for each of its values. */
export type QueryChanges = Readonly<Record<string, string | readonly string[] | undefined>>

/** The query with the changes, and a leading question mark where it is not empty. */
export const withQuery = (search: string, changes: QueryChanges): string => {
  const query = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name)
    else if (typeof value === 'string') query.set(name, value)
    else {
      query.delete(name)
      for (const each of value) query.append(name, each)
    }
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
