import { readFileSync } from 'node:fs'
import { CandorError } from '@candor/practices'

const unusable = (path: string, fault: string): CandorError =>
  new CandorError('CANDOR_CONFIGURATION_INVALID', { key: 'config', path, fault })

/** Reads a configuration file: a JSON object of keys. Throws CANDOR_CONFIGURATION_INVALID where it is not one. */
export const readConfigurationFile = (path: string): Readonly<Record<string, unknown>> => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw unusable(path, (error as NodeJS.ErrnoException).code ?? 'it cannot be read')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw unusable(path, 'it is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unusable(path, 'it is not a JSON object of keys')
  return value as Readonly<Record<string, unknown>>
}
