import type { ReactElement } from 'react'

import { useWording } from '../../language/wording.js'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import { AdminLink } from '../parts/admin-link.js'
import { Name } from '../parts/name.js'
import { ORGANISATIONS_TEXTS } from './texts.js'

/** Every organisation with what belongs to it. */
export const OrganisationsTable = ({
  organisations,
}: {
  readonly organisations: readonly Shape<'Organisation'>[]
}): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { format } = useWording()
  const columns: readonly Column[] = [
    { heading: texts.label, align: 'text' },
    { heading: texts.name, align: 'text' },
    { heading: texts.cloud, align: 'text' },
    { heading: texts.hosting, align: 'text' },
    { heading: texts.sites, align: 'number' },
    { heading: texts.pools, align: 'number' },
    { heading: texts.settings, align: 'number' },
  ]
  return (
    <StackedTable caption={texts.title} columns={columns}>
      {organisations.map((each) => (
        <StackedRow
          key={each.name}
          columns={columns}
          head={
            <AdminLink path="/admin/organisations" query={{ organisation: each.name }}>
              <Name>{each.label}</Name>
            </AdminLink>
          }
          cells={[
            <Name key="name">{each.name}</Name>,
            <Name key="cloud">{each.cloud}</Name>,
            texts.hostings[each.hosting],
            format.number(each.sites),
            format.number(each.pools),
            format.number(each.settings),
          ]}
        />
      ))}
    </StackedTable>
  )
}
