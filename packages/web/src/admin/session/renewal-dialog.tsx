import { useSyncExternalStore, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { ElsewhereButtons } from './elsewhere-buttons.js'
import { SignInForm } from './sign-in-form.js'
import styles from './session.module.css'
import { SESSION_TEXTS } from './texts.js'

/** Asks for a new sign-in above the page, once the session has ended; declined, a line says so until the person wants to. */
export const RenewalDialog = ({ state }: { readonly state: Shape<'SessionState'> }): ReactElement | null => {
  const texts = useTexts(SESSION_TEXTS)
  const { sessions } = useAdmin()
  const renewal = useSyncExternalStore(sessions.renewal.subscribe, sessions.renewal.get)
  if (renewal === 'none') return null
  if (renewal === 'declined') {
    return (
      <output className={styles['ended']}>
        {texts.endedBar} <Button onClick={sessions.ask}>{texts.signIn}</Button>
      </output>
    )
  }
  return (
    <Dialog title={texts.endedTitle} onClose={sessions.decline}>
      <p className={classes['plain']}>{texts.ended}</p>
      <SignInForm email={state.account?.email ?? ''} onSignedIn={() => void sessions.signedInAgain()} />
      {state.singleSignOn.length === 0 ? null : (
        <>
          <p className={classes['quiet']}>{texts.leaves}</p>
          <ElsewhereButtons providers={state.singleSignOn} />
        </>
      )}
      <div className={classes['actions']}>
        <Button kind="quiet" onClick={sessions.decline}>
          {texts.later}
        </Button>
      </div>
    </Dialog>
  )
}
