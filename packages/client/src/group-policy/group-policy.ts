import type { DecisionContext } from '@candor/practices'

import type { PolicyWarning } from './warnings.js'

/**
 * What the device's administration sets: parts of a DecisionContext, and what was wrong on the way. A value that is
 * malformed at its source is here as it was found, so that decide() counts it as the strictest; what is not set is absent.
 */
export interface GroupPolicy {
  /** By control, then by level (machine, user). */
  readonly settings: NonNullable<DecisionContext['settings']>
  /** The values of Windows Error Reporting by level; absent where there is no Windows. A level that could not be read is a text. */
  readonly watson?: Readonly<Record<'machine' | 'user', unknown>>
  readonly warnings: readonly PolicyWarning[]
}

/** What one source says about one level: values by control, and the level's Windows Error Reporting values. */
export interface LevelPolicy {
  readonly values: Readonly<Record<string, unknown>>
  readonly watson?: unknown
  readonly warnings: readonly PolicyWarning[]
}

/** The two levels of a source put together. */
export const joinLevels = (machine: LevelPolicy, user: LevelPolicy): GroupPolicy => {
  const settings: Record<string, Record<string, unknown>> = {}
  for (const [level, { values }] of Object.entries({ machine, user })) {
    for (const [control, value] of Object.entries(values))
      settings[control] = { ...settings[control], [level]: value }
  }
  const hasWatson = machine.watson !== undefined || user.watson !== undefined
  return {
    settings,
    ...(hasWatson ? { watson: { machine: machine.watson, user: user.watson } } : {}),
    warnings: [...machine.warnings, ...user.warnings],
  }
}
