/** A star stands in no data type's and no app's name, and needs no escape in an address. */
const SEPARATOR = '*'

/** The series that an address names, of those there are; the given ones where it names none. `''` chooses nothing. */
export const parseChosen = (
  query: string | null,
  known: readonly string[],
  byDefault: readonly string[],
): ReadonlySet<string> => {
  if (query === null) return new Set(byDefault)
  const named = query.split(SEPARATOR)
  return new Set(known.filter((id) => named.includes(id)))
}

/** The choice after a series was shown or hidden, as an address holds it; undefined where it is the given one again. */
export const toggleChosen = (
  chosen: ReadonlySet<string>,
  id: string,
  byDefault: readonly string[],
): string | undefined => {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  const isDefault = next.size === byDefault.length && byDefault.every((each) => next.has(each))
  return isDefault ? undefined : [...next].join(SEPARATOR)
}
