import { useCallback, type ReactElement } from 'react'

import { PolledView } from '../../parts/polled-view.js'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import { Confirm } from '../parts/confirm.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { ACCOUNT_TEXTS } from './texts.js'

const EndSession = ({
  session,
  onChanged,
}: {
  readonly session: Shape<'OwnSession'>
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const words = useWords()
  const { api } = useAdmin()
  const { state, run } = useAction()
  const end = async () => {
    const params = { path: { session: session.id }, header: once() }
    const answer = await run(api.DELETE('/api/account/sessions/{session}', { params }))
    if (answer.kind === 'done') onChanged()
    return answer
  }
  return (
    <Confirm
      label={texts.end}
      name={words.time(session.createdAt)}
      question={texts.endText}
      state={state}
      run={end}
    />
  )
}

/** Where one is signed in. */
export const SessionsSection = (): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const words = useWords()
  const ask: Ask<{ sessions: Shape<'OwnSession'>[] }> = useCallback(
    (api, signal) => api.GET('/api/account/sessions', { signal }),
    [],
  )
  const { polled, askAgain } = useAsked(ask)
  const columns: readonly Column[] = [
    { heading: texts.begun, align: 'text' },
    { heading: texts.ends, align: 'text' },
    { heading: common.actions, align: 'text' },
  ]
  return (
    <PolledView polled={polled} skeletonHeight={120}>
      {({ sessions }) => (
        <StackedTable caption={texts.sessions} columns={columns}>
          {sessions.map((session) => (
            <StackedRow
              key={session.id}
              columns={columns}
              head={`${words.time(session.createdAt)}${session.isCurrent ? ` (${texts.here})` : ''}`}
              cells={[
                words.time(session.expiresAt),
                session.isCurrent ? null : <EndSession key="end" session={session} onChanged={askAgain} />,
              ]}
            />
          ))}
        </StackedTable>
      )}
    </PolledView>
  )
}
