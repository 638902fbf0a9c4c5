import { Title } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { useWording } from '../../language/wording.js'
import notes from '../../parts/notes.module.css'
import { PolledView } from '../../parts/polled-view.js'
import { ProblemNote } from '../../parts/problem-note.js'
import { useAdmin } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { busy } from '../parts/busy.js'
import { Button } from '../parts/button.js'
import { useWords } from '../parts/use-words.js'
import { AUDIT_TEXTS } from './texts.js'

const askHead: Ask<Shape<'AuditHead'>> = (api, signal) => api.GET('/api/audit-log/head', { signal })

type Verdict =
  | { readonly kind: 'intact'; readonly entries: number }
  | {
      readonly kind: 'broken'
      readonly sequence: number
      readonly fault: 'altered' | 'missing' | 'reordered' | 'truncated' | 'other-head'
    }

const VerdictNote = ({ verdict }: { readonly verdict: Verdict }): ReactElement => {
  const texts = useTexts(AUDIT_TEXTS)
  const { format } = useWording()
  const isIntact = verdict.kind === 'intact'
  return (
    <p className={isIntact ? notes['note'] : notes['problem']}>
      {isIntact
        ? texts.intact(format.number(verdict.entries))
        : texts.broken(format.number(verdict.sequence), texts.faults[verdict.fault])}
    </p>
  )
}

/** The newest entry's hash, and the verification of all that is before it. */
export const AuditHeadSection = (): ReactElement => {
  const texts = useTexts(AUDIT_TEXTS)
  const words = useWords()
  const { format } = useWording()
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [verdict, setVerdict] = useState<Verdict>()
  const { polled } = useAsked(askHead)
  const verify = async (): Promise<void> => {
    const answer = await run(api.POST('/api/audit-log/verification', { body: {} }))
    if (answer.kind === 'done') setVerdict(answer.value)
  }
  return (
    <section className={classes['section']} aria-labelledby="head">
      <Title order={2} id="head">
        {texts.headTitle}
      </Title>
      <p className={classes['quiet']}>{texts.headText}</p>
      <PolledView polled={polled} skeletonHeight={60}>
        {({ sequence, hash, at }) => (
          <dl className={classes['facts']}>
            <dt>{texts.entry}</dt>
            <dd>
              {format.number(sequence)}
              {at === null ? null : `, ${words.time(at)}`}
            </dd>
            <dt>{texts.hash}</dt>
            <dd>
              <code translate="no">{hash}</code>
            </dd>
          </dl>
        )}
      </PolledView>
      <div className={classes['actions']}>
        <Button state={busy(state)} onClick={() => void verify()}>
          {texts.verify}
        </Button>
      </div>
      <output>{verdict === undefined ? null : <VerdictNote verdict={verdict} />}</output>
      {state.kind === 'failed' ? <ProblemNote problem={state.problem} /> : null}
    </section>
  )
}
