import { toDevicePractices, type DevicePractices } from '@candor/practices'

const KEYS = ['product', 'version', 'censusSalt', 'clients', 'controls', 'rules', 'dataTypes'] as const

const isPractices = (value: unknown): value is DevicePractices =>
  typeof value === 'object' && value !== null && KEYS.every((key) => Object.hasOwn(value, key))

/** Whether a value is the same after a way through JSON. */
const isData = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null)
    return ['string', 'boolean', 'object'].includes(typeof value)
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  return isPlain && Object.values(value).every(isData)
}

const declare = (name: string, value: unknown): string => {
  const json = JSON.stringify(isPractices(value) ? toDevicePractices(value) : value)
  return name === 'default' ? `export default ${json}\n` : `export const ${name} = ${json}\n`
}

/** What becomes of a module: its text-free form, or the reason why it stays as it is. */
export type DeviceModule =
  | { readonly kind: 'device'; readonly code: string }
  | { readonly kind: 'no-practices' }
  /** It exports something that is no data, such as a function, which cannot be written down. */
  | { readonly kind: 'mixed'; readonly others: readonly string[] }

/** A module that exports the same practices under the same names, without the texts for people and without imports. */
export const toDeviceModule = (exports: Readonly<Record<string, unknown>>): DeviceModule => {
  const entries = Object.entries(exports)
  if (!entries.some(([, value]) => isPractices(value))) return { kind: 'no-practices' }
  const others = entries.flatMap(([name, value]) => (isPractices(value) || isData(value) ? [] : name))
  if (others.length > 0) return { kind: 'mixed', others }
  return { kind: 'device', code: entries.map(([name, value]) => declare(name, value)).join('') }
}
