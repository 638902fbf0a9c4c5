import { ERRORS, parseTime } from '@candor/practices'
import type { ReactElement } from 'react'

import { useWording } from '../../language/wording.js'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useLanguage, useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { LaneMark } from '../parts/lane-mark.js'
import { isolated, Name } from '../parts/name.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { ForgetGroups } from './forget-groups.js'
import { SampleShape } from './sample-shape.js'
import { QUARANTINE_TEXTS } from './texts.js'

type Group = Shape<'QuarantineGroup'>

const Reason = ({ group }: { readonly group: Group }): ReactElement => {
  const language = useLanguage()
  const { code, sample } = group
  const title = Object.hasOwn(ERRORS, code) ? ERRORS[code as keyof typeof ERRORS].title[language] : ''
  return (
    <span>
      {title} <code translate="no">{code}</code>
      <SampleShape sample={sample} />
    </span>
  )
}

const From = ({ group }: { readonly group: Group }): ReactElement => {
  const texts = useTexts(QUARANTINE_TEXTS)
  const words = useWords()
  const { client, os, practicesVersion } = group
  return (
    <span>
      {words.client(client)}, <Name>{os}</Name>
      <span className={classes['quiet']}> ({texts.version(practicesVersion)})</span>
    </span>
  )
}

const useColumns = (): readonly Column[] => {
  const texts = useTexts(QUARANTINE_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const { role } = useMe()
  return [
    { heading: texts.reason, align: 'text' },
    { heading: texts.category, align: 'text' },
    { heading: texts.dataType, align: 'text' },
    { heading: texts.source, align: 'text' },
    { heading: texts.count, align: 'number' },
    { heading: texts.kept, align: 'number' },
    { heading: texts.seen, align: 'text' },
    ...(role === 'operator' ? [{ heading: common.actions, align: 'text' } as const] : []),
  ]
}

/** Makes words of a time in its lane's precision: days are those of UTC. */
const useSeen = (): ((category: Group['category'], text: string) => string) => {
  const words = useWords()
  const days = new Intl.DateTimeFormat(useLanguage(), { dateStyle: 'medium', timeZone: 'UTC' })
  return (category, text) => {
    const millis = parseTime(category, text)
    if (millis === undefined) return isolated(text)
    return category === 'census' ? days.format(millis) : words.time(new Date(millis).toISOString())
  }
}

/** Groups of refused reports. */
export const GroupsTable = ({
  product,
  groups,
  onChanged,
}: {
  readonly product: string
  readonly groups: readonly Group[]
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(QUARANTINE_TEXTS)
  const words = useWords()
  const { format } = useWording()
  const seen = useSeen()
  const columns = useColumns()
  return (
    <StackedTable caption={texts.title} columns={columns}>
      {groups.map((group) => (
        <StackedRow
          key={group.id}
          columns={columns}
          head={<Reason group={group} />}
          cells={[
            <LaneMark key="lane" lane={group.category}>
              {words.category(group.category)}
            </LaneMark>,
            <Name key="type">{group.dataType}</Name>,
            <From key="from" group={group} />,
            format.number(group.count),
            format.number(group.kept),
            texts.span(seen(group.category, group.firstSeen), seen(group.category, group.lastSeen)),
            <ForgetGroups
              key="forget"
              product={product}
              group={{ id: group.id, name: `${group.code} ${isolated(group.dataType)}` }}
              onChanged={onChanged}
            />,
          ]}
        />
      ))}
    </StackedTable>
  )
}
