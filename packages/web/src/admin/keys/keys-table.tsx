import type { ReactElement } from 'react'

import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useAdmin, useMe } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { Badge } from '../parts/badge.js'
import { Confirm } from '../parts/confirm.js'
import { isolated, Name } from '../parts/name.js'
import { OpenedForm } from '../parts/opened-form.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { RotateKey } from './rotate-key.js'
import { KEYS_TEXTS } from './texts.js'

const TONES = { active: 'good', ending: 'plain', ended: 'plain', revoked: 'bad' } as const

interface KeyProps {
  readonly onMade: (key: Shape<'NewKey'>) => void
  readonly onChanged: () => void
}

const KeyActions = ({
  shown,
  onMade,
  onChanged,
}: KeyProps & { readonly shown: Shape<'ProductKey'> }): ReactElement => {
  const texts = useTexts(KEYS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const name = isolated(shown.label)
  const revoke = async () => {
    const params = { path: { id: shown.id }, header: once() }
    const answer = await run(api.DELETE('/api/keys/{id}', { params }))
    if (answer.kind === 'done') onChanged()
    return answer
  }
  return (
    <span>
      {shown.state === 'active' ? (
        <OpenedForm label={texts.rotate} name={name} kind="quiet">
          {(close) => (
            <RotateKey
              id={shown.id}
              onMade={(key) => {
                close()
                onMade(key)
              }}
            />
          )}
        </OpenedForm>
      ) : null}
      <Confirm label={texts.revoke} name={name} question={texts.revokeText} state={state} run={revoke} />
    </span>
  )
}

/** The keys, without the keys themselves. */
export const KeysTable = ({
  keys,
  ...changes
}: KeyProps & { readonly keys: readonly Shape<'ProductKey'>[] }): ReactElement => {
  const texts = useTexts(KEYS_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const words = useWords()
  const { role } = useMe()
  const columns: readonly Column[] = [
    { heading: texts.label, align: 'text' },
    { heading: texts.id, align: 'text' },
    { heading: texts.state, align: 'text' },
    { heading: texts.created, align: 'text' },
    { heading: texts.ends, align: 'text' },
    ...(role === 'operator' ? [{ heading: common.actions, align: 'text' } as const] : []),
  ]
  return (
    <StackedTable caption={texts.title} columns={columns}>
      {keys.map((key) => (
        <StackedRow
          key={key.id}
          columns={columns}
          head={<Name>{key.label}</Name>}
          cells={[
            <code key="id" translate="no">
              <Name>{key.id}</Name>
            </code>,
            <Badge key="state" tone={TONES[key.state]}>
              {texts.states[key.state]}
            </Badge>,
            texts.createdBy(
              words.time(key.createdAt),
              key.createdBy === null ? texts.somebody : isolated(key.createdBy),
            ),
            words.time(key.endsAt),
            key.state === 'active' || key.state === 'ending' ? (
              <KeyActions key="actions" shown={key} {...changes} />
            ) : null,
          ]}
        />
      ))}
    </StackedTable>
  )
}
