import { MantineProvider } from '@mantine/core'
import { useMemo, useSyncExternalStore, type ReactElement } from 'react'

import { chooseLanguage } from '../language/choose-language.js'
import { createFormat } from '../language/format.js'
import { messagesOf } from '../language/messages-of.js'
import { WordingContext } from '../language/wording.js'
import { resolveVariables, THEME } from '../theme/theme.js'
import { Page } from './page.js'
import { routeOf } from './routes.js'
import { Shell } from './shell.js'
import { QueryContext, type QueryStore } from './use-query.js'

/** What the app is given by the browser. */
export interface AppProps {
  /** The browser's languages, the preferred one first. */
  readonly acceptedLanguages: readonly string[]
  readonly queryStore: QueryStore
}

/** The whole app: language, colours and the page of the address. */
export const App = ({ acceptedLanguages, queryStore }: AppProps): ReactElement => {
  const search = useSyncExternalStore(queryStore.subscribe, queryStore.snapshot)
  const pathname = useSyncExternalStore(queryStore.subscribe, queryStore.pathname)
  const language = chooseLanguage(search, acceptedLanguages)
  const wording = useMemo(
    () => ({ messages: messagesOf(language), format: createFormat(language) }),
    [language],
  )
  const route = routeOf(pathname)
  return (
    <MantineProvider theme={THEME} defaultColorScheme="auto" cssVariablesResolver={resolveVariables}>
      <QueryContext value={queryStore}>
        <WordingContext value={wording}>
          <Shell route={route}>
            <Page route={route} />
          </Shell>
        </WordingContext>
      </QueryContext>
    </MantineProvider>
  )
}
