import { Text } from '@mantine/core'
import { useEffect, type ReactElement, type ReactNode } from 'react'

import { useWording } from '../language/wording.js'
import { LanguageSwitch } from './language-switch.js'
import { NavigationLinks } from './navigation-links.js'
import type { Route } from './routes.js'
import { SchemeSwitch } from './scheme-switch.js'
import classes from './shell.module.css'
import { useAddress } from './use-address.js'

/** What stands around every page: the way to the content, the navigation, the switches and the last line. */
export const Shell = ({
  route,
  children,
}: {
  readonly route: Route
  readonly children: ReactNode
}): ReactElement => {
  const { messages, format } = useWording()
  const home = useAddress('home')
  const title = {
    home: messages.home.title,
    conservation: messages.conservation.title,
    missing: messages.shell.missingTitle,
  }
  useEffect(() => {
    document.documentElement.lang = format.language
    // The pages of the admin center and of the insights name themselves.
    if (route !== 'admin' && route !== 'insights') document.title = `${title[route]} - Candor`
  })
  return (
    <div className={classes['frame']}>
      <a className={classes['skip']} href="#content">
        {messages.shell.skip}
      </a>
      <header className={classes['header']}>
        <a className={classes['brand']} href={home} aria-label={messages.shell.home} translate="no">
          <img src="/candor.svg" alt="" width="22" height="22" />
          Candor
        </a>
        <NavigationLinks route={route} />
        <div className={classes['switches']}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes['content']}>
        {children}
      </main>
      <footer className={classes['footer']}>
        <Text size="sm" c="dimmed">
          {messages.shell.footer}
        </Text>
      </footer>
    </div>
  )
}
