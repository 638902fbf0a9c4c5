import { useCallback, useState, type ReactElement } from 'react'

import { useWording } from '../../language/wording.js'
import { EmptyNote } from '../../parts/empty-note.js'
import { PolledView } from '../../parts/polled-view.js'
import { ProblemNote } from '../../parts/problem-note.js'
import { useAdmin, useMe } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { busy } from '../parts/busy.js'
import { Button } from '../parts/button.js'
import { useProducts } from '../parts/choices.js'
import { ProductChooser } from '../parts/choosers.js'
import { PageHead } from '../parts/page-head.js'
import { ForgetGroups } from './forget-groups.js'
import { GroupsTable } from './groups-table.js'
import { QUARANTINE_TEXTS } from './texts.js'

interface Quarantine {
  readonly groups: Shape<'QuarantineGroup'>[]
  readonly droppedGroups: number
  readonly droppedKept: number
}

const OperatorActions = ({
  product,
  onChanged,
}: {
  readonly product: string
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(QUARANTINE_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [outcome, setOutcome] = useState<'none' | 'replayed'>('none')
  const replay = async (): Promise<void> => {
    const params = { header: once() }
    const answer = await run(api.POST('/api/quarantine/replay', { params, body: { product } }))
    if (answer.kind !== 'done') return
    setOutcome('replayed')
    onChanged()
  }
  return (
    <>
      {state.kind === 'failed' ? <ProblemNote problem={state.problem} /> : null}
      <div className={classes['actions']}>
        <Button state={busy(state)} onClick={() => void replay()}>
          {texts.replay}
        </Button>
        <ForgetGroups product={product} onChanged={onChanged} />
        <output>{outcome === 'replayed' ? texts.replayed : null}</output>
      </div>
    </>
  )
}

const GroupsOf = ({ product }: { readonly product: string }): ReactElement => {
  const texts = useTexts(QUARANTINE_TEXTS)
  const { format } = useWording()
  const { role } = useMe()
  const ask: Ask<Quarantine> = useCallback(
    (api, signal) => api.GET('/api/quarantine', { params: { query: { product } }, signal }),
    [product],
  )
  const { polled, askAgain } = useAsked(ask)
  return (
    <PolledView polled={polled} skeletonHeight={320}>
      {({ groups, droppedGroups, droppedKept }) => (
        <>
          {groups.length === 0 ? (
            <EmptyNote title={texts.none} text={texts.noneText} />
          ) : (
            <GroupsTable product={product} groups={groups} onChanged={askAgain} />
          )}
          {droppedGroups + droppedKept === 0 ? null : (
            <p className={classes['quiet']}>
              {texts.dropped(format.number(droppedGroups), format.number(droppedKept))}
            </p>
          )}
          {role === 'operator' && groups.length > 0 ? (
            <OperatorActions product={product} onChanged={askAgain} />
          ) : null}
        </>
      )}
    </PolledView>
  )
}

/** What was refused, by what is wrong with it. */
export const QuarantinePage = (): ReactElement => {
  const texts = useTexts(QUARANTINE_TEXTS)
  const { all, chosen } = useProducts()
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      {chosen === undefined ? null : (
        <>
          <ProductChooser all={all} chosen={chosen} />
          <GroupsOf product={chosen.product} />
        </>
      )}
    </div>
  )
}
