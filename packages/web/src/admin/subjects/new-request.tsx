import { Title } from '@mantine/core'
import { useId, useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once, openBody } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useLanguage, useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { useProducts } from '../parts/choices.js'
import { ProductChooser } from '../parts/choosers.js'
import { Confirm } from '../parts/confirm.js'
import { Form } from '../parts/form.js'
import { TextField } from '../parts/text-field.js'
import { HeldData, type Held } from './held-data.js'
import { SUBJECTS_TEXTS } from './texts.js'

const KINDS = ['user', 'device'] as const
type Kind = (typeof KINDS)[number]

const KindChoice = ({
  kind,
  onChoose,
}: {
  readonly kind: Kind
  readonly onChoose: (kind: Kind) => void
}): ReactElement => {
  const texts = useTexts(SUBJECTS_TEXTS)
  const group = useId()
  return (
    <fieldset className={classes['choices']}>
      <legend>{texts.by}</legend>
      {KINDS.map((each) => (
        <label key={each} className={classes['choice']}>
          <input type="radio" name={group} checked={kind === each} onChange={() => onChoose(each)} />
          <span>{texts[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}

const Outcome = ({ held }: { readonly held: Held | 'erasing' | undefined }): ReactElement => {
  const texts = useTexts(SUBJECTS_TEXTS)
  return (
    <output>
      {held === 'erasing' ? <p className={classes['plain']}>{texts.erasing}</p> : null}
      {held === undefined || held === 'erasing' ? null : <HeldData held={held} />}
    </output>
  )
}

/** Shows or erases what is held of a user or a device. The id leaves this page in the body of a request alone. */
export const NewRequest = ({ onErasing }: { readonly onErasing: () => void }): ReactElement => {
  const texts = useTexts(SUBJECTS_TEXTS)
  const lang = useLanguage()
  const { api } = useAdmin()
  const { all, chosen } = useProducts()
  const access = useAction()
  const erasure = useAction()
  const [kind, setKind] = useState<Kind>('user')
  const [id, setId] = useState('')
  const [held, setHeld] = useState<Held | 'erasing'>()
  const query = { lang }
  const body = openBody({ ...(chosen !== undefined && { product: chosen.product }), [kind]: id })
  const show = async (): Promise<void> => {
    const answer = await access.run(api.POST('/api/subject/access', { params: { query }, body }))
    if (answer.kind === 'done') setHeld(answer.value)
  }
  const erase = async () => {
    const params = { query, header: once() }
    const answer = await erasure.run(api.POST('/api/subject/erasure', { params, body }))
    if (answer.kind === 'done') {
      setHeld('erasing')
      setId('')
      onErasing()
    }
    return answer
  }
  return (
    <section className={classes['section']} aria-labelledby="new-request">
      <Title order={2} id="new-request">
        {texts.newTitle}
      </Title>
      {chosen === undefined ? null : <ProductChooser all={all} chosen={chosen} />}
      <Form
        submit={texts.access}
        state={access.state}
        onSubmit={() => void show()}
        aside={
          id === '' ? null : (
            <Confirm label={texts.erase} question={texts.eraseText} state={erasure.state} run={erase} />
          )
        }
      >
        <KindChoice kind={kind} onChoose={setKind} />
        <TextField label={texts.id} hint={texts.idHint} maxLength={1000} value={id} onType={setId} />
      </Form>
      <Outcome held={held} />
    </section>
  )
}
