import type { Role } from '../control.js'

/** Why it was decided so. The texts of each reason are in explain.ts. */
export const REASONS = [
  'always-on',
  'setting-allows',
  'setting-forbids',
  'default-allows',
  'default-forbids',
  'malformed-forbids',
  'awaits-answer',
  'consent-outdated',
  'no-rule',
  'unknown-data-type',
] as const

/** Why it was decided so. */
export type Reason = (typeof REASONS)[number]

/** A setting that was looked at. */
export interface ConsideredSetting {
  readonly control: string
  readonly source: string
  readonly value: unknown
  /** valid: of the control's form. malformed: not, so it counts as the strictest. */
  readonly form: 'valid' | 'malformed'
}

/** A setting as it was found. */
export const considered = (
  control: string,
  source: string,
  value: unknown,
  form: ConsideredSetting['form'],
): ConsideredSetting => ({ control, source, value, form })

/** Collect or not, and because of what. */
export interface Decision {
  readonly collect: boolean
  /** The control that decided; null where none does. */
  readonly control: string | null
  /** Where the winning setting stands: a source, a scope's identity, `default` where none is set, `practices` where no control decides. */
  readonly source: string
  readonly reason: Reason
  /** Who may change it. */
  readonly mayChange: readonly Role[]
  /** How much may be collected, where the control grades it. */
  readonly detail?: string
  /** The settings that were looked at and did not win. */
  readonly losing: readonly ConsideredSetting[]
}

/** What one control says, before the rule puts the controls together. */
export interface Verdict {
  readonly collect: boolean
  readonly reason: Reason
  readonly detail?: string | undefined
  /** The setting that decides; undefined where none is set. */
  readonly winner: ConsideredSetting | undefined
  /** All settings that were looked at, the winner among them. */
  readonly found: readonly ConsideredSetting[]
}
