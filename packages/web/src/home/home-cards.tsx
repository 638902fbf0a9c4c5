import type { ReactElement } from 'react'

import { useAddress } from '../app/use-address.js'
import { useWording } from '../language/wording.js'
import classes from './home.module.css'

/** The ways on from the home page. */
export const HomeCards = (): ReactElement => {
  const { home, shell } = useWording().messages
  const cards = [
    { title: shell.insights, text: home.insightsText, address: useAddress('insights'), lane: 'census' },
    { title: shell.practices, text: home.practicesText, address: useAddress('practices'), lane: 'usage' },
    { title: shell.conference, text: home.conferenceText, address: useAddress('conference'), lane: 'error' },
  ]
  return (
    <ul className={classes['cards']}>
      {cards.map(({ title, text, address, lane }) => (
        <li key={address} className={classes['card']} data-lane={lane}>
          <h2>
            <a href={address}>{title}</a>
          </h2>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  )
}
