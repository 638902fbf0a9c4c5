import { useCallback, type ReactElement } from 'react'

import { PolledView } from '../../parts/polled-view.js'
import { ProblemNote } from '../../parts/problem-note.js'
import { useAdmin, useMe } from '../api/admin-context.js'
import { ifStill, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { ONCE_MILLIS, useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { ConflictNote, conflictOf } from './conflict-note.js'
import { settingOf, useDraft, type DraftValue } from './draft.js'
import { PreviewFacts } from './preview-facts.js'
import styles from './settings.module.css'
import { SETTINGS_TEXTS } from './texts.js'

interface PanelProps {
  readonly control: Shape<'ControlDescription'>
  readonly product: string
  readonly organisation: string
  readonly scope: string
  readonly value: DraftValue
  readonly onApplied: () => void
}

const MAY_APPLY: ReadonlySet<Shape<'AccountRole'>> = new Set(['operator', 'organisation-admin'])

const ApplyBar = ({
  change,
  preview,
  onApplied,
  onLookAgain,
}: {
  readonly change: Shape<'SettingChange'>
  readonly preview: Shape<'SettingPreview'>
  readonly onApplied: () => void
  readonly onLookAgain: () => void
}): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const { role } = useMe()
  const { api } = useAdmin()
  const { state, run, reset } = useAction()
  const [, setDraft] = useDraft()
  const conflict = state.kind === 'failed' ? conflictOf(state.problem) : undefined
  const apply = async (): Promise<void> => {
    const header = ifStill(preview.revision)
    const answer = await run(api.PUT('/api/settings', { params: { header }, body: change }))
    if (answer.kind === 'done') onApplied()
  }
  const lookAgain = (): void => {
    reset()
    onLookAgain()
  }
  if (!MAY_APPLY.has(role)) return <p className={classes['quiet']}>{texts.notYours}</p>
  return (
    <>
      {conflict === undefined ? null : <ConflictNote conflict={conflict} />}
      {state.kind === 'failed' && conflict === undefined ? <ProblemNote problem={state.problem} /> : null}
      <div className={classes['actions']}>
        {conflict === undefined ? (
          <Button
            kind="primary"
            state={state.kind === 'busy' ? 'busy' : 'ready'}
            onClick={() => void apply()}
          >
            {texts.apply}
          </Button>
        ) : (
          <Button kind="primary" onClick={lookAgain}>
            {texts.lookAgain}
          </Button>
        )}
        <Button onClick={() => setDraft(undefined)}>{texts.discard}</Button>
      </div>
    </>
  )
}

/** What a change would do, asked of the service, and the button that applies exactly that. */
export const PreviewPanel = ({
  control,
  product,
  organisation,
  scope,
  value,
  onApplied,
}: PanelProps): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const { name } = control
  const changeOf = useCallback(
    () => ({ product, organisation, control: name, scope, value: settingOf(value) }),
    [product, organisation, name, scope, value],
  )
  // Asked once: what is applied is what was shown, and not what another admin made of it meanwhile.
  const ask: Ask<Shape<'SettingPreview'>> = useCallback(
    (api, signal) => api.POST('/api/settings/preview', { body: changeOf(), signal }),
    [changeOf],
  )
  const { polled, askAgain } = useAsked(ask, ONCE_MILLIS)
  return (
    <section className={styles['preview']} aria-label={texts.previewTitle}>
      <h3>{texts.previewTitle}</h3>
      <PolledView polled={polled} skeletonHeight={320}>
        {(preview) => (
          <>
            <PreviewFacts control={control} preview={preview} />
            <ApplyBar change={changeOf()} preview={preview} onApplied={onApplied} onLookAgain={askAgain} />
          </>
        )}
      </PolledView>
    </section>
  )
}
