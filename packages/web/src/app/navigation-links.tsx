import type { ReactElement } from 'react'

import { useWording } from '../language/wording.js'
import type { Route } from './routes.js'
import classes from './shell.module.css'
import { useAddress } from './use-address.js'

/** The pages there are, the present one marked. */
export const NavigationLinks = ({ route }: { readonly route: Route }): ReactElement => {
  const { shell } = useWording().messages
  const links = [
    { text: shell.insights, address: useAddress('insights'), isCurrent: route === 'insights' },
    {
      text: shell.conservation,
      address: useAddress('conservation'),
      isCurrent: route === 'conservation',
    },
    { text: shell.admin, address: useAddress('admin'), isCurrent: route === 'admin' },
    { text: shell.practices, address: useAddress('practices'), isCurrent: false },
    { text: shell.conference, address: useAddress('conference'), isCurrent: false },
  ]
  return (
    <nav aria-label={shell.mainNavigation} className={classes['navigation']}>
      <ul>
        {links.map(({ text, address, isCurrent }) => (
          <li key={address}>
            <a href={address} aria-current={isCurrent ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
