import { useState, type ReactElement } from 'react'

import { createApi, once, type Shape } from '../../admin/api/api.js'
import { answerOf } from '../../admin/api/answer.js'
import { useTexts } from '../../admin/language.js'
import { Button } from '../../admin/parts/button.js'
import type { ErrorInsight } from '../../api/insight.js'
import type { Problem } from '../../api/problem.js'
import notes from '../../parts/notes.module.css'
import { ProblemNote } from '../../parts/problem-note.js'
import classes from '../parts/parts.module.css'
import { GROUP_PANEL_TEXTS } from '../texts/group-panel.js'
import { ErrorSamples } from './error-samples.js'

type State = ErrorInsight['groups'][number]['state']

/** What can be said of a group that stands in a way. */
const ACTIONS = {
  open: ['resolved', 'ignored'],
  resolved: ['open'],
  regressed: ['resolved', 'ignored', 'open'],
  ignored: ['open'],
} as const satisfies Readonly<Record<State, readonly ('open' | 'resolved' | 'ignored')[]>>

const api = () => createApi(globalThis.location.origin, (request) => fetch(request))

interface Told {
  readonly state?: State
  /** What the page said when `state` was told; once it says something else, that counts. */
  readonly over?: State
  readonly samples?: Shape<'ErrorSample'>[]
  readonly problem?: Problem
}

interface GroupPanelProps {
  readonly product: string
  readonly fingerprint: string
  readonly state: State
}

const useGroup = ({ product, fingerprint, state: shown }: GroupPanelProps) => {
  const [told, setTold] = useState<Told>({})
  if (told.over !== undefined && told.over !== shown) {
    const { state: _state, over: _over, ...others } = told
    setTold(others)
  }
  const [busy, setBusy] = useState<'ready' | 'busy'>('ready')
  const ask = async (work: () => Promise<Told>): Promise<void> => {
    setBusy('busy')
    const { problem: _solved, ...known } = told
    setTold({ ...known, ...(await work()) })
    setBusy('ready')
  }
  const mark = (state: 'open' | 'resolved' | 'ignored') =>
    ask(async () => {
      const body = { product, fingerprint, state }
      const answer = await answerOf(
        api().PUT('/api/insights/error/groups', { params: { header: once() }, body }),
      )
      return answer.kind === 'done' ? { state, over: shown } : { problem: answer.problem }
    })
  const look = () =>
    ask(async () => {
      const params = { query: { product, fingerprint } }
      const answer = await answerOf(api().GET('/api/insights/error/samples', { params }))
      return answer.kind === 'done' ? { samples: answer.value.samples } : { problem: answer.problem }
    })
  return { told, busy, mark, look }
}

/** One group of errors: how it stands, what may be said of it, and its latest reports for those who may see them. */
export const GroupPanel = (props: GroupPanelProps): ReactElement => {
  const texts = useTexts(GROUP_PANEL_TEXTS)
  const { told, busy, mark, look } = useGroup(props)
  const state = told.state ?? props.state
  return (
    <section className={classes['card']} aria-labelledby="group-title">
      <div className={classes['cardHead']}>
        <h2 id="group-title">{texts.title}</h2>
        <output>{texts.states[state]}</output>
        <div className={classes['cardControls']}>
          {ACTIONS[state].map((action) => (
            <Button key={action} state={busy} onClick={() => void mark(action)}>
              {texts.actions[action]}
            </Button>
          ))}
        </div>
      </div>
      {told.problem === undefined ? null : <ProblemNote problem={told.problem} />}
      {told.samples === undefined ? (
        <>
          <p className={notes['aside']}>{texts.showMeaning}</p>
          <div>
            <Button state={busy} onClick={() => void look()}>
              {texts.show}
            </Button>
          </div>
        </>
      ) : (
        <ErrorSamples samples={told.samples} />
      )}
    </section>
  )
}
