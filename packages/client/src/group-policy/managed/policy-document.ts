import type { PolicyControl } from '@candor/practices/admx'

import { isObject } from '@candor/practices'
import { showTrouble, type Trouble } from '../faults.js'
import type { LevelPolicy } from '../group-policy.js'
import type { PolicyWarning } from '../warnings.js'

const parse = (content: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    return undefined
  }
}

/** What makes a whole file count as the strictest. */
export const malformedFile = (
  controls: readonly PolicyControl[],
  code: 'malformed-file' | 'unreadable-file',
  path: string,
  trouble: Trouble,
): LevelPolicy => ({
  values: Object.fromEntries(controls.map(({ name }) => [name, showTrouble(path, trouble)])),
  warnings: [{ code, where: path, ...trouble }],
})

/**
 * What a policy file (a JSON object of controls and their values, `{ "DisableAutomaticSendTracing": true }`) sets of
 * the controls of a level. Values that are not true or false stay as they are, malformed and with a warning.
 */
export const parsePolicyDocument = (
  controls: readonly PolicyControl[],
  path: string,
  content: Uint8Array,
): LevelPolicy => {
  const document = parse(content)
  if (!isObject(document))
    return malformedFile(controls, 'malformed-file', path, { fault: 'not-a-json-object' })
  const values: Record<string, unknown> = {}
  const warnings: PolicyWarning[] = []
  for (const [name, value] of Object.entries(document)) {
    if (!controls.some((control) => control.name === name)) {
      warnings.push({ code: 'unknown-control', where: path, what: name })
      continue
    }
    values[name] = value
    if (typeof value !== 'boolean') warnings.push({ code: 'malformed-value', where: path, what: name })
  }
  return { values, warnings }
}
