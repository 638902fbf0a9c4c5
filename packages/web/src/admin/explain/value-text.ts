const MAX_LENGTH = 80

/** The value of a setting as admins write it, cut where it is long. */
export const valueText = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  const text = JSON.stringify(value) ?? ''
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
}
