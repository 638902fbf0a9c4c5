import type { ReactElement } from 'react'

import { useQuery } from '../../app/use-query.js'
import notes from '../../parts/notes.module.css'
import { useAdmin } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { PageHead } from '../parts/page-head.js'
import { ElsewhereButtons } from './elsewhere-buttons.js'
import { SignInForm } from './sign-in-form.js'
import { SESSION_TEXTS } from './texts.js'

const FirstRunNote = (): ReactElement => {
  const texts = useTexts(SESSION_TEXTS)
  return (
    <div className={notes['note']}>
      <p className={notes['title']}>{texts.firstRunTitle}</p>
      <p>{texts.firstRun}</p>
    </div>
  )
}

/** Stands in the place of every page while nobody is signed in: the address stays, and the page follows. */
export const SignInPage = ({ state }: { readonly state: Shape<'SessionState'> }): ReactElement => {
  const texts = useTexts(SESSION_TEXTS)
  const { sessions } = useAdmin()
  const [query] = useQuery()
  return (
    <div className={classes['page']}>
      <PageHead title={texts.signIn} lead={texts.lead} />
      {query.get('error') === null ? null : (
        <p role="alert" className={notes['problem']}>
          {texts.refusedElsewhere}
        </p>
      )}
      {state.firstRun ? <FirstRunNote /> : null}
      <SignInForm onSignedIn={() => void sessions.refresh()} />
      <ElsewhereButtons providers={state.singleSignOn} />
    </div>
  )
}
