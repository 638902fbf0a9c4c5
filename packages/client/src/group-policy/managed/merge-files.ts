import type { PolicyControl } from '@candor/practices/admx'

import type { LevelPolicy } from '../group-policy.js'

/** Malformed before forbidding before allowing: whatever the order of the files, the strictest is kept. */
const strictnessOf = (value: unknown, collectsWhen: boolean): number => {
  if (typeof value !== 'boolean') return 2
  return value === collectsWhen ? 0 : 1
}

/** What several files of one level set together. */
export const mergeFiles = (
  controls: readonly PolicyControl[],
  files: readonly LevelPolicy[],
): LevelPolicy => {
  const values: Record<string, unknown> = {}
  for (const { name, control } of controls) {
    const strictness = (value: unknown): number => strictnessOf(value, control.collectsWhen)
    const [strictest] = files
      .filter((file) => Object.hasOwn(file.values, name))
      .toSorted((a, b) => strictness(b.values[name]) - strictness(a.values[name]))
    if (strictest !== undefined) values[name] = strictest.values[name]
  }
  return { values, warnings: files.flatMap(({ warnings }) => warnings) }
}
