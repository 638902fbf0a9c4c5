const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

/** JSON with the keys in order and no blanks, so that equal values are equal bytes (as RFC 8785 orders ASCII keys). */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))
