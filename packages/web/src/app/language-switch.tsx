import { LANGUAGES } from '@candor/practices'
import type { ReactElement } from 'react'

import { messagesOf } from '../language/messages-of.js'
import { useWording } from '../language/wording.js'
import classes from './shell.module.css'
import { useQuery } from './use-query.js'

/** A button for each other language, in that language's own name. The choice stands in the address. */
export const LanguageSwitch = (): ReactElement => {
  const { language } = useWording().format
  const [, change] = useQuery()
  return (
    <>
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <button
          key={other}
          type="button"
          lang={other}
          className={classes['switch']}
          onClick={() => change({ lang: other })}
        >
          {messagesOf(other).languageName}
        </button>
      ))}
    </>
  )
}
