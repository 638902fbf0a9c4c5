import { NativeSelect } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import notes from '../../parts/notes.module.css'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { usePools, useSites } from '../parts/choices.js'
import { useDraft, type Draft, type DraftValue } from './draft.js'
import { PreviewPanel } from './preview-panel.js'
import { scopeOptions, type ScopeOption } from './scope-options.js'
import styles from './settings.module.css'
import { SETTINGS_TEXTS } from './texts.js'
import { ValueChoice } from './value-choice.js'

interface EditorProps {
  readonly control: Shape<'ControlDescription'>
  readonly product: string
  readonly organisation: string
  /** Something was changed. */
  readonly onApplied: () => void
}

const useScopeOptions = (
  control: Shape<'ControlDescription'>,
  organisation: string,
): readonly ScopeOption[] => {
  const me = useMe()
  const confined = me.organisation === null ? 'no' : 'to-own-places'
  return scopeOptions(control, usePools(organisation), useSites(organisation), confined)
}

const ChoosingBar = ({
  value,
  onPreview,
}: {
  readonly value: DraftValue | undefined
  readonly onPreview: () => void
}): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const [, setDraft] = useDraft()
  return (
    <div className={classes['actions']}>
      <Button kind="primary" state={value === undefined ? 'busy' : 'ready'} onClick={onPreview}>
        {texts.preview}
      </Button>
      <Button onClick={() => setDraft(undefined)}>{texts.discard}</Button>
    </div>
  )
}

const DraftForm = ({
  control,
  product,
  organisation,
  draft,
  onApplied,
}: EditorProps & { readonly draft: Draft }): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const [, setDraft] = useDraft()
  const options = useScopeOptions(control, organisation)
  const scope = draft.scope === '' ? (options[0]?.value ?? '') : draft.scope
  const isKnown = options.some(({ value }) => value === scope)
  if (scope === '') return <p className={classes['quiet']}>{texts.noScopes}</p>
  const choose = (change: Partial<Draft>): void => setDraft({ ...draft, scope, step: 'choosing', ...change })
  return (
    <div className={styles['editor']}>
      <h3>{texts.changeTitle}</h3>
      <NativeSelect
        label={texts.scope}
        value={scope}
        onChange={({ currentTarget: { value } }) => choose({ scope: value })}
        data={[...(isKnown ? [] : [{ value: scope, label: scope }]), ...options]}
      />
      <ValueChoice
        control={control}
        scope={scope}
        value={draft.value}
        onChoose={(value) => choose({ value })}
      />
      {draft.step === 'choosing' ? (
        <ChoosingBar value={draft.value} onPreview={() => choose({ step: 'previewed' })} />
      ) : (
        <PreviewPanel
          control={control}
          product={product}
          organisation={organisation}
          scope={scope}
          value={draft.value ?? 'unset'}
          onApplied={onApplied}
        />
      )}
    </div>
  )
}

/** Changes a control: first where and to what, then what that would do, then apply. */
export const SettingEditor = (props: EditorProps): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const [draft, setDraft] = useDraft()
  const [outcome, setOutcome] = useState<'none' | 'applied'>('none')
  const { name } = props.control
  const onApplied = (): void => {
    setOutcome('applied')
    setDraft(undefined)
    props.onApplied()
  }
  if (draft?.control === name) return <DraftForm {...props} draft={draft} onApplied={onApplied} />
  const begin = (): void => {
    setOutcome('none')
    setDraft({ control: name, scope: '', value: undefined, step: 'choosing' })
  }
  return (
    <div className={classes['actions']}>
      <Button aria-label={`${texts.changeIt}: ${name}`} onClick={begin}>
        {texts.changeIt}
      </Button>
      <output className={outcome === 'applied' ? notes['note'] : undefined}>
        {outcome === 'applied' ? texts.applied : null}
      </output>
    </div>
  )
}
