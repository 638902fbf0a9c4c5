import { useId, useState, type ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { COMMON_TEXTS } from '../texts/common.js'
import classes from './parts.module.css'

/** What a figure is and is not: shown under the pointer and on focus, gone with Escape. */
export const Definition = ({ of, text }: { readonly of: string; readonly text: string }): ReactElement => {
  const { definitionOf } = useTexts(COMMON_TEXTS)
  const [state, setState] = useState<'ready' | 'dismissed'>('ready')
  const id = useId()
  return (
    <span className={classes['definition']} data-state={state} onMouseLeave={() => setState('ready')}>
      <button
        type="button"
        aria-label={definitionOf(of)}
        aria-describedby={id}
        onBlur={() => setState('ready')}
        onClick={() => setState('ready')}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setState('dismissed')
        }}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
          <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M10 9v5M10 5.6v1.6" stroke="currentColor" strokeWidth="1.8" />
        </svg>
      </button>
      <span role="tooltip" id={id}>
        {text}
      </span>
    </span>
  )
}
