import { Text, Title } from '@mantine/core'
import type { ReactElement } from 'react'

import { useWording } from '../language/wording.js'
import { ConservationSection } from './conservation-section.js'
import { HomeCards } from './home-cards.js'
import classes from './home.module.css'

/** What Candor is, where everything is, and that no report goes missing. */
export const HomePage = (): ReactElement => {
  const { home } = useWording().messages
  return (
    <div className={classes['page']}>
      <div className={classes['opening']}>
        <Title order={1} className={classes['title']}>
          {home.title}
        </Title>
        <Text className={classes['lead']}>{home.lead}</Text>
      </div>
      <HomeCards />
      <ConservationSection />
    </div>
  )
}
