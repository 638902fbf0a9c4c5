import { failure, type Trouble } from '../faults.js'
import type { Run } from '../sources.js'
import { placeId, type FoundValue, type HiveReading } from './found-value.js'
import { parseRegQuery } from './parse-reg-query.js'

/** A hive by its short name. */
export type Hive = 'HKLM' | 'HKCU'

/** A key that every hive has: where even this cannot be read, reg.exe is not allowed to read anything. */
const ALWAYS_THERE = 'SOFTWARE'

type KeyReading =
  | { readonly kind: 'present'; readonly key: string; readonly values: ReadonlyMap<string, FoundValue> }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly trouble: Trouble }

const readKey = async (run: Run, regExe: string, hive: Hive, key: string): Promise<KeyReading> => {
  try {
    // The policies are in the 64-bit view, whatever this process is.
    const { exitCode, output } = await run(regExe, ['query', `${hive}\\${key}`, '/reg:64'])
    return exitCode === 0 ? { kind: 'present', key, values: parseRegQuery(output, key) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'failed', trouble: failure(error) }
  }
}

const lookupIn = (readings: readonly KeyReading[]) => {
  const found = new Map<string, FoundValue>()
  for (const reading of readings) {
    if (reading.kind !== 'present') continue
    for (const [name, value] of reading.values) found.set(placeId(reading.key, name), value)
  }
  return (key: string, valueName: string): FoundValue | undefined => found.get(placeId(key, valueName))
}

/**
 * Reads keys of a hive with reg.exe. Its errors are in the language of Windows, so a missing key is known by the exit
 * code alone; where no key is there at all, one that must be is asked for, because a policy can forbid reg.exe itself.
 */
export const readHive = async (
  run: Run,
  regExe: string,
  hive: Hive,
  keys: readonly string[],
): Promise<HiveReading> => {
  const readings = await Promise.all(keys.map((key) => readKey(run, regExe, hive, key)))
  const failed = readings.find(({ kind }) => kind === 'failed')
  if (failed?.kind === 'failed') return { kind: 'unreadable', hive, trouble: failed.trouble }
  if (!readings.some(({ kind }) => kind === 'present')) {
    const probe = await readKey(run, regExe, hive, ALWAYS_THERE)
    if (probe.kind !== 'present') return { kind: 'unreadable', hive, trouble: { fault: 'reg-refused' } }
  }
  return { kind: 'read', hive, lookup: lookupIn(readings) }
}
