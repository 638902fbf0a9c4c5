/** Data types that are named in a sentence before it only counts the rest. */
const MAX_NAMED = 12

/** The names of data types without their category, at most so many. */
export const typeNames = (dataTypes: readonly string[]): string => {
  const names = dataTypes.slice(0, MAX_NAMED).map((name) => name.slice(name.indexOf('.') + 1))
  return `${names.join(', ')}${dataTypes.length > MAX_NAMED ? ` (+${dataTypes.length - MAX_NAMED})` : ''}`
}
