import { TEXT_KEYS, type DevicePractices } from './practices.js'

const withoutTexts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutTexts)
  if (typeof value !== 'object' || value === null) return value
  const isText = (key: string): boolean => TEXT_KEYS.some((text) => text === key)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isText(key))
      .map(([key, part]) => [key, withoutTexts(part)]),
  )
}

const withoutTextsOf = <T extends object>(entries: T): T =>
  Object.fromEntries(Object.entries(entries).map(([name, part]) => [name, withoutTexts(part)])) as T

/** What the device needs of the practices: the same data types, controls and rules, without the texts for people. */
export const toDevicePractices = (practices: DevicePractices): DevicePractices => ({
  product: practices.product,
  version: practices.version,
  censusSalt: practices.censusSalt,
  clients: practices.clients,
  controls: withoutTextsOf(practices.controls),
  rules: practices.rules.map((rule) => withoutTexts(rule) as typeof rule),
  dataTypes: {
    census: withoutTextsOf(practices.dataTypes.census),
    usage: withoutTextsOf(practices.dataTypes.usage),
    error: withoutTextsOf(practices.dataTypes.error),
  },
})
