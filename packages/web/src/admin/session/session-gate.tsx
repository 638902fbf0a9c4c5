import { Skeleton } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

import { ProblemNote } from '../../parts/problem-note.js'
import { useAdmin } from '../api/admin-context.js'
import type { KnownSession } from '../api/session-store.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { RenewalDialog } from './renewal-dialog.js'
import { SignInPage } from './sign-in-page.js'

/** The pages for whoever is signed in, and the way in for everybody else. */
export const SessionGate = ({
  known,
  children,
}: {
  readonly known: KnownSession
  readonly children: ReactNode
}): ReactElement => {
  const { sessions } = useAdmin()
  const texts = useTexts(COMMON_TEXTS)
  if (known.kind === 'loading') return <Skeleton height={320} />
  if (known.kind === 'failed') {
    return (
      <div className={classes['page']}>
        <ProblemNote problem={known.problem} />
        <div className={classes['actions']}>
          <Button onClick={() => void sessions.refresh()}>{texts.retry}</Button>
        </div>
      </div>
    )
  }
  if (known.state.account === null) return <SignInPage state={known.state} />
  return (
    <>
      <RenewalDialog state={known.state} />
      {children}
    </>
  )
}
