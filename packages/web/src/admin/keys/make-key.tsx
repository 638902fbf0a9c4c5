import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { Form } from '../parts/form.js'
import { TextField } from '../parts/text-field.js'
import { KEYS_TEXTS } from './texts.js'

/** Makes a key of a product. */
export const MakeKey = ({
  product,
  onMade,
}: {
  readonly product: string
  readonly onMade: (key: Shape<'NewKey'>) => void
}): ReactElement => {
  const texts = useTexts(KEYS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [label, setLabel] = useState('')
  const make = async (): Promise<void> => {
    const body = { product, label }
    const answer = await run(api.POST('/api/keys', { params: { header: once() }, body }))
    if (answer.kind === 'done') onMade(answer.value)
  }
  return (
    <Form submit={texts.make} state={state} onSubmit={() => void make()}>
      <TextField label={texts.label} maxLength={100} value={label} onType={setLabel} />
    </Form>
  )
}
