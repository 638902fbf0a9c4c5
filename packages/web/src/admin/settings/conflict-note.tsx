import type { ReactElement } from 'react'

import type { Problem } from '../../api/problem.js'
import notes from '../../parts/notes.module.css'
import { useTexts } from '../language.js'
import { isolated } from '../parts/name.js'
import { SETTINGS_TEXTS } from './texts.js'

/** What another admin made of a setting meanwhile, as far as the answer says. */
export interface Conflict {
  /** null: it was removed. undefined: the answer does not say. */
  readonly value: boolean | null | undefined
  readonly changedBy: string | undefined
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** The conflict in a problem, where it is one. */
export const conflictOf = (problem: Problem): Conflict | undefined => {
  if (problem.kind !== 'answered' || problem.code !== 'CANDOR_REVISION_CHANGED') return undefined
  const { current } = problem
  const value = current === null ? null : fieldOf(current, 'value')
  const changedBy = fieldOf(current, 'changedBy')
  return {
    value: typeof value === 'boolean' || value === null ? value : undefined,
    changedBy: typeof changedBy === 'string' ? changedBy : undefined,
  }
}

const NAMES = { true: 'True', false: 'False' } as const

/** Says what is there now; what was chosen stays beside it. */
export const ConflictNote = ({ conflict }: { readonly conflict: Conflict }): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const { value, changedBy } = conflict
  const now = typeof value === 'boolean' ? NAMES[`${value}`] : texts.isUnset
  return (
    <div role="alert" className={notes['problem']}>
      <p className={notes['title']}>{texts.conflictTitle}</p>
      <p>
        {value === undefined
          ? texts.conflictUnknown
          : texts.conflict(now, changedBy === undefined ? texts.beforeLog : isolated(changedBy))}
      </p>
      <code translate="no">CANDOR_REVISION_CHANGED</code>
    </div>
  )
}
