import { LANGUAGES, type Language } from '@candor/practices'
import { NativeSelect, Textarea } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useLanguage, useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Form } from '../parts/form.js'
import { TextField } from '../parts/text-field.js'
import { channelsOf, ruleOf, type RuleDraft } from './rule.js'
import { RuleFields } from './rule-fields.js'
import { ALERTS_TEXTS } from './texts.js'

const FIRST: RuleDraft = {
  kind: 'over',
  figure: 'error-reports',
  fingerprint: '',
  period: 'day',
  number: '',
  category: 'error',
}

/** Longest lines of five addresses. */
const MOST_CHARACTERS = 2600

/** Watches a figure of a product. */
export const MakeAlert = ({
  product,
  onMade,
}: {
  readonly product: string
  /** With the secret of its web hooks, where it has some; empty where it was shown before. */
  readonly onMade: (secret: string | undefined) => void
}): ReactElement => {
  const texts = useTexts(ALERTS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [name, setName] = useState('')
  const [draft, setDraft] = useState(FIRST)
  const [addresses, setAddresses] = useState('')
  const [language, setLanguage] = useState<Language>(useLanguage())
  const make = async (): Promise<void> => {
    const channels = channelsOf(addresses)
    const body = { product, name, language, rule: ruleOf(draft), channels }
    const answer = await run(api.POST('/api/alerts', { params: { header: once() }, body }))
    if (answer.kind !== 'done') return
    const hasHook = channels.some(({ kind }) => kind === 'web-hook')
    onMade(hasHook ? (answer.value.secret ?? '') : undefined)
  }
  return (
    <Form submit={texts.make} state={state} onSubmit={() => void make()}>
      <p className={classes['plain']}>{texts.makeEffect}</p>
      <TextField label={texts.name} maxLength={100} value={name} onType={setName} />
      <RuleFields draft={draft} onChange={setDraft} />
      <Textarea
        label={texts.addresses}
        description={texts.addressesHint}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={MOST_CHARACTERS}
        value={addresses}
        onChange={({ currentTarget }) => setAddresses(currentTarget.value)}
      />
      <NativeSelect
        label={texts.language}
        value={language}
        onChange={({ currentTarget: { value } }) =>
          setLanguage(LANGUAGES.find((each) => each === value) ?? 'en')
        }
        data={LANGUAGES.map((value) => ({ value, label: texts.languages[value] }))}
      />
    </Form>
  )
}
