import type { ReactElement } from 'react'

import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import { Badge } from '../parts/badge.js'
import { isolated, Name } from '../parts/name.js'
import { OpenedForm } from '../parts/opened-form.js'
import { RoleText } from '../parts/role-text.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { ChangePerson } from './change-person.js'
import { PEOPLE_TEXTS } from './texts.js'

const useColumns = (): readonly Column[] => {
  const texts = useTexts(PEOPLE_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const me = useMe()
  return [
    { heading: texts.name, align: 'text' },
    { heading: texts.email, align: 'text' },
    { heading: texts.role, align: 'text' },
    { heading: texts.state, align: 'text' },
    { heading: texts.secondFactor, align: 'text' },
    { heading: texts.lastSignIn, align: 'text' },
    ...(me.role === 'operator' ? [{ heading: common.actions, align: 'text' } as const] : []),
  ]
}

/** Everybody who has an account. */
export const PeopleTable = ({
  people,
  onChanged,
}: {
  readonly people: readonly Shape<'Person'>[]
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(PEOPLE_TEXTS)
  const words = useWords()
  const me = useMe()
  const columns = useColumns()
  return (
    <StackedTable caption={texts.accounts} columns={columns}>
      {people.map((person) => (
        <StackedRow
          key={person.id}
          columns={columns}
          head={
            <span>
              <Name>{person.name}</Name>
              {person.id === me.id ? ` (${texts.you})` : null}
            </span>
          }
          cells={[
            <Name key="email">{person.email}</Name>,
            <RoleText key="role" grant={person} />,
            <Badge key="state" tone={person.state === 'active' ? 'plain' : 'bad'}>
              {texts.states[person.state]}
            </Badge>,
            texts.factor[person.secondFactor],
            words.time(person.lastSignInAt),
            <OpenedForm key="change" label={texts.change} name={isolated(person.name)} kind="quiet">
              {(close) => (
                <ChangePerson
                  person={person}
                  onDone={() => {
                    close()
                    onChanged()
                  }}
                />
              )}
            </OpenedForm>,
          ]}
        />
      ))}
    </StackedTable>
  )
}
