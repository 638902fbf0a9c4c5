import { Text, Title } from '@mantine/core'
import type { ReactElement } from 'react'

import { conservation } from '../api/conservation.js'
import { usePolled } from '../api/use-polled.js'
import { useAddress } from '../app/use-address.js'
import { useWording } from '../language/wording.js'
import { PolledView } from '../parts/polled-view.js'
import { UpdatedAgo } from '../parts/updated-ago.js'
import { ConservationTable } from './conservation-table.js'
import classes from './home.module.css'
import { RefusedReasons } from './refused-reasons.js'

/** The law of conservation, live. */
export const ConservationSection = (): ReactElement => {
  const { messages } = useWording()
  const polled = usePolled('/api/conservation', conservation)
  const address = useAddress('conservation')
  return (
    <section aria-labelledby="conservation-title">
      <div className={classes['sectionHead']}>
        <Title order={2} id="conservation-title">
          {messages.conservation.title}
        </Title>
        {polled.kind === 'shown' ? <UpdatedAgo atMillis={polled.updatedAtMillis} /> : null}
      </div>
      <Text c="dimmed" mb="md">
        {messages.conservation.law}
      </Text>
      <PolledView polled={polled} skeletonHeight={190}>
        {(value) => (
          <>
            <ConservationTable conservation={value} />
            <RefusedReasons conservation={value} />
            <p>
              <a href={address}>{messages.conservation.more}</a>
            </p>
          </>
        )}
      </PolledView>
    </section>
  )
}
