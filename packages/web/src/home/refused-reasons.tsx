import { DATA_CATEGORIES, ERRORS } from '@candor/practices'
import type { ReactElement } from 'react'

import type { Conservation } from '../api/conservation.js'
import { useWording } from '../language/wording.js'
import classes from './home.module.css'

const titleOf = (code: string, language: 'en' | 'es'): string =>
  Object.entries(ERRORS).find(([known]) => known === code)?.[1].title[language] ?? ''

/** Why reports were refused, and how many for each reason; nothing where none was. */
export const RefusedReasons = ({
  conservation,
}: {
  readonly conservation: Conservation
}): ReactElement | null => {
  const { messages, format } = useWording()
  const reasons = DATA_CATEGORIES.flatMap((lane) =>
    Object.entries(conservation[lane].refused)
      .filter(([, count]) => count > 0)
      .map(([code, count]) => ({ lane, code, count })),
  )
  if (reasons.length === 0) return null
  return (
    <div>
      <h3>{messages.conservation.refusedTitle}</h3>
      <ul className={classes['reasons']}>
        {reasons.map(({ lane, code, count }) => (
          <li key={`${lane} ${code}`}>
            <span className={classes['lane']} data-lane={lane}>
              {messages.lanes[lane]}
            </span>
            <code translate="no">{code}</code>
            <span>
              {titleOf(code, format.language)}: {format.number(count)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
