import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { useQuery } from '../../app/use-query.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { WATSON_LEVELS, WATSON_VALUES, watsonName } from './question.js'
import styles from './explain.module.css'
import { EXPLAIN_TEXTS } from './texts.js'

const VALUE_NAMES = Object.keys(WATSON_VALUES) as (keyof typeof WATSON_VALUES)[]

/** The values of Windows Error Reporting on the device, which alone govern some crashes. */
export const WatsonFields = (): ReactElement => {
  const texts = useTexts(EXPLAIN_TEXTS)
  const [query, change] = useQuery()
  const fields = WATSON_LEVELS.flatMap((level) => VALUE_NAMES.map((value) => ({ level, value })))
  return (
    <details className={styles['watson']}>
      <summary>{texts.watson}</summary>
      <div className={classes['row']}>
        {fields.map(({ level, value }) => {
          const name = watsonName(level, value)
          return (
            <NativeSelect
              key={name}
              label={`${value} (${texts.levels[level]})`}
              value={query.get(name) ?? ''}
              onChange={({ currentTarget }) =>
                change({ [name]: currentTarget.value === '' ? undefined : currentTarget.value })
              }
              data={[
                { value: '', label: texts.unset },
                ...WATSON_VALUES[value].map((each) => ({ value: String(each), label: String(each) })),
              ]}
            />
          )
        })}
      </div>
    </details>
  )
}
