import { Textarea } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Form } from '../parts/form.js'
import { PRACTICES_TEXTS } from './texts.js'

/** Approves a version by its fingerprint, so that what was read is what is approved. */
export const ApproveForm = ({
  product,
  version: { version, fingerprint },
  onDone,
}: {
  readonly product: string
  readonly version: Shape<'ReviewedVersion'>
  readonly onDone: () => void
}): ReactElement => {
  const texts = useTexts(PRACTICES_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [note, setNote] = useState('')
  const approve = async (): Promise<void> => {
    const said = note.trim()
    const body = { product, version, fingerprint, ...(said !== '' && { note: said }) }
    const answer = await run(api.POST('/api/practices/reviews', { params: { header: once() }, body }))
    if (answer.kind === 'done') onDone()
  }
  return (
    <Form submit={texts.approve} state={state} onSubmit={() => void approve()}>
      <p className={classes['plain']}>{texts.approveText(version)}</p>
      <code className={classes['quiet']} translate="no">
        {fingerprint}
      </code>
      <Textarea
        label={texts.note}
        maxLength={500}
        rows={3}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </Form>
  )
}
