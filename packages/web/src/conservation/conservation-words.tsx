import { Title } from '@mantine/core'
import type { ReactElement } from 'react'

import { useWording } from '../language/wording.js'
import classes from './conservation.module.css'

const WORDS = ['received', 'stored', 'refused', 'duplicate', 'pending', 'balance'] as const

/** What each word of the balance means. */
export const ConservationWords = (): ReactElement => {
  const { conservation } = useWording().messages
  return (
    <section aria-labelledby="words">
      <Title order={2} id="words" className={classes['product']}>
        {conservation.wordsTitle}
      </Title>
      <dl className={classes['words']}>
        {WORDS.map((word) => (
          <div key={word}>
            <dt>{conservation[word]}</dt>
            <dd>{conservation.meanings[word]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
