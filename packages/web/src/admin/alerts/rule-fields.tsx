import { DATA_CATEGORIES } from '@candor/practices'
import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTexts } from '../language.js'
import { TextField } from '../parts/text-field.js'
import { useWords } from '../parts/use-words.js'
import { FIGURES, PERIODS, RULE_KINDS, type RuleDraft } from './rule.js'
import { ALERTS_TEXTS } from './texts.js'

interface FieldsProps {
  readonly draft: RuleDraft
  readonly onChange: (draft: RuleDraft) => void
}

/** A choice of some words. */
const Choice = <T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly all: readonly T[]
  readonly wordOf: (value: T) => string
  readonly onChoose: (value: T) => void
}): ReactElement => (
  <NativeSelect
    label={props.label}
    value={props.value}
    onChange={({ currentTarget: { value } }) =>
      props.onChoose(props.all.find((each) => each === value) ?? props.value)
    }
    data={props.all.map((value) => ({ value, label: props.wordOf(value) }))}
  />
)

const NumberField = ({
  label,
  min,
  draft,
  onChange,
}: FieldsProps & { readonly label: string; readonly min: number }): ReactElement => (
  <TextInput
    label={label}
    type="number"
    inputMode="decimal"
    required
    withAsterisk={false}
    min={min}
    step="any"
    value={draft.number}
    onChange={({ currentTarget }) => onChange({ ...draft, number: currentTarget.value })}
  />
)

const SilenceFields = (props: FieldsProps): ReactElement => {
  const texts = useTexts(ALERTS_TEXTS)
  const words = useWords()
  const { draft, onChange } = props
  return (
    <>
      <Choice
        label={texts.category}
        value={draft.category}
        all={DATA_CATEGORIES}
        wordOf={words.category}
        onChoose={(category) => onChange({ ...draft, category })}
      />
      <NumberField label={texts.hours} min={1} {...props} />
    </>
  )
}

const FigureFields = (props: FieldsProps): ReactElement => {
  const texts = useTexts(ALERTS_TEXTS)
  const { draft, onChange } = props
  const isChange = draft.kind === 'rise' || draft.kind === 'fall'
  return (
    <>
      <Choice
        label={texts.figure}
        value={draft.figure}
        all={FIGURES}
        wordOf={(figure) => texts.figures[figure]}
        onChoose={(figure) => onChange({ ...draft, figure })}
      />
      {draft.figure === 'error-group' ? (
        <TextField
          label={texts.fingerprint}
          hint={texts.fingerprintHint}
          maxLength={20}
          value={draft.fingerprint}
          onType={(fingerprint) => onChange({ ...draft, fingerprint })}
        />
      ) : null}
      <Choice
        label={texts.period}
        value={draft.period}
        all={PERIODS}
        wordOf={(period) => texts.periods[period]}
        onChoose={(period) => onChange({ ...draft, period })}
      />
      <NumberField label={isChange ? texts.percent : texts.limit} min={isChange ? 1 : 0} {...props} />
    </>
  )
}

/** What a rule is made of: the fields change with its kind, and what was typed stays. */
export const RuleFields = (props: FieldsProps): ReactElement => {
  const texts = useTexts(ALERTS_TEXTS)
  const { draft, onChange } = props
  return (
    <>
      <Choice
        label={texts.kind}
        value={draft.kind}
        all={RULE_KINDS}
        wordOf={(kind) => texts.kinds[kind]}
        onChoose={(kind) => onChange({ ...draft, kind })}
      />
      {draft.kind === 'silence' ? <SilenceFields {...props} /> : null}
      {draft.kind === 'silence' || draft.kind === 'imbalance' ? null : <FigureFields {...props} />}
    </>
  )
}
