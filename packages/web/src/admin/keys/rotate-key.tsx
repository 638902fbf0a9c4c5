import { TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Form } from '../parts/form.js'
import { KEYS_TEXTS } from './texts.js'

/** A month: long enough for most devices to come back. */
const USUAL_HOURS = 720
const MAX_HOURS = 8784

/** Makes a key in the place of another. */
export const RotateKey = ({
  id,
  onMade,
}: {
  readonly id: string
  readonly onMade: (key: Shape<'NewKey'>) => void
}): ReactElement => {
  const texts = useTexts(KEYS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [hours, setHours] = useState(String(USUAL_HOURS))
  const rotate = async (): Promise<void> => {
    const params = { path: { id }, header: once() }
    const body = { overlapHours: Number(hours) }
    const answer = await run(api.POST('/api/keys/{id}/rotation', { params, body }))
    if (answer.kind === 'done') onMade(answer.value)
  }
  return (
    <Form submit={texts.rotate} state={state} onSubmit={() => void rotate()}>
      <p className={classes['plain']}>{texts.rotateText}</p>
      <TextInput
        label={texts.overlap}
        type="number"
        min={0}
        max={MAX_HOURS}
        required
        withAsterisk={false}
        value={hours}
        onChange={({ currentTarget }) => setHours(currentTarget.value)}
      />
    </Form>
  )
}
