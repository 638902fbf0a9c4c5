import { TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { ProblemNote } from '../../parts/problem-note.js'
import { useAdmin } from '../api/admin-context.js'
import { once } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { SESSION_TEXTS } from './texts.js'

/** The code of the second factor, or a backup code. */
export const CodeForm = ({
  onSignedIn,
  onStartOver,
}: {
  readonly onSignedIn: () => void
  readonly onStartOver: () => void
}): ReactElement => {
  const texts = useTexts(SESSION_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [code, setCode] = useState('')
  const confirm = async (): Promise<void> => {
    const body = { code: code.trim() }
    const answer = await run(api.POST('/api/session/second-factor', { params: { header: once() }, body }))
    if (answer.kind === 'done') onSignedIn()
    else setCode('')
  }
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <TextInput
        label={texts.code}
        description={texts.codeHint}
        autoComplete="one-time-code"
        autoFocus
        required
        withAsterisk={false}
        minLength={6}
        maxLength={32}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      {state.kind === 'failed' ? <ProblemNote problem={state.problem} /> : null}
      <div className={classes['actions']}>
        <Button type="submit" kind="primary" state={state.kind === 'busy' ? 'busy' : 'ready'}>
          {texts.confirm}
        </Button>
        <Button onClick={onStartOver}>{texts.startOver}</Button>
      </div>
    </form>
  )
}
