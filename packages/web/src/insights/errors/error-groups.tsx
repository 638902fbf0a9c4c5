import type { ReactElement, ReactNode } from 'react'

import { useTexts } from '../../admin/language.js'
import { isolated } from '../../admin/parts/name.js'
import type { ErrorInsight } from '../../api/insight.js'
import type { FigureTable } from '../../charts/figure-table.js'
import { Sparkline } from '../../charts/sparkline.js'
import { useWording } from '../../language/wording.js'
import notes from '../../parts/notes.module.css'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { changeOfSums } from '../figures/change.js'
import { ChangeText } from '../parts/change-text.js'
import { Definition } from '../parts/definition.js'
import { Downloads } from '../parts/downloads.js'
import classes from '../parts/parts.module.css'
import { useFigures } from '../parts/use-figures.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { ERRORS_TEXTS } from '../texts/errors.js'
import { GROUP_TEXTS } from '../texts/groups.js'
import { useFrame } from '../view/frame.js'

type ErrorGroup = ErrorInsight['groups'][number]

interface ErrorGroupsProps {
  /** Of the periods that are shown. */
  readonly shown: ErrorInsight
  /** Of those before, too, where they are compared. */
  readonly compared: ErrorInsight
}

const useColumns = (): readonly Column[] => {
  const texts = useTexts(ERRORS_TEXTS)
  const { change } = useTexts(GROUP_TEXTS)
  const { namesBefore } = useFrame()
  return [
    { heading: texts.type, align: 'text' },
    { heading: texts.place, align: 'text' },
    { heading: texts.code, align: 'text' },
    { heading: texts.users, align: 'number' },
    { heading: texts.reports, align: 'number' },
    ...(namesBefore.length > 0 ? [{ heading: change, align: 'number' } as const] : []),
    { heading: texts.first, align: 'number' },
    { heading: texts.last, align: 'number' },
    { heading: texts.trend, align: 'text' },
  ]
}

const codeOr = (text: string | null, otherwise: string): ReactNode =>
  text === null ? otherwise : <code translate="no">{isolated(text)}</code>

const useCells = ({ shown, compared }: ErrorGroupsProps) => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(ERRORS_TEXTS)
  const { format } = useWording()
  const { figure } = useFigures()
  const { split, namesBefore, names } = useFrame()
  const changeOf = ({ fingerprint, values }: ErrorGroup): ReactNode => {
    const both = compared.groups.find((group) => group.fingerprint === fingerprint)
    return <ChangeText key="change" change={changeOfSums(split(both?.values ?? values))} />
  }
  const trendOf = (group: ErrorGroup): string =>
    group.values.map((value, at) => `${names[at]?.short ?? ''} ${figure(value, '')}`).join(', ')
  return (group: ErrorGroup): readonly ReactNode[] => [
    codeOr(group.place, texts.unknown),
    codeOr(group.code, texts.noCode),
    group.affectedUsers === null ? common.fewerThan(shown.groupMinimum) : figure(group.affectedUsers, ''),
    figure(group.reports, ''),
    ...(namesBefore.length > 0 ? [changeOf(group)] : []),
    format.day(group.firstDay),
    format.day(group.lastDay),
    <Sparkline
      key="trend"
      values={split(group.values).shown}
      label={`${texts.trend}: ${trendOf(group)}`}
      colour="var(--lane)"
    />,
  ]
}

const useFile = ({ groups }: ErrorInsight): FigureTable => {
  const texts = useTexts(ERRORS_TEXTS)
  const column = (id: string, heading: string) => ({ id, heading, unit: '' }) as const
  return {
    caption: texts.groups,
    head: { id: 'fingerprint', heading: 'fingerprint' },
    columns: [
      column('type', texts.type),
      column('place', texts.place),
      column('code', texts.code),
      column('affectedUsers', texts.users),
      column('reports', texts.reports),
      column('firstDay', texts.first),
      column('lastDay', texts.last),
    ],
    rows: groups.map((group) => ({
      id: group.fingerprint,
      head: group.type ?? texts.unknown,
      cells: [
        group.type,
        group.place,
        group.code,
        group.affectedUsers,
        group.reports,
        group.firstDay,
        group.lastDay,
      ],
    })),
  }
}

/** The groups of equal errors: what, where, how often, for how many, since when. */
export const ErrorGroups = (props: ErrorGroupsProps): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(ERRORS_TEXTS)
  const { groups, suppressedGroups, groupMinimum } = props.shown
  const columns = useColumns()
  const cellsOf = useCells(props)
  const file = useFile(props.shown)
  return (
    <section className={classes['card']} aria-labelledby="groups-title">
      <div className={classes['cardHead']}>
        <div className={classes['cardTitle']}>
          <h2 id="groups-title">{texts.groups}</h2>
          <Definition of={texts.groupsCount} text={texts.groupsMeaning} />
        </div>
      </div>
      {groups.length === 0 ? (
        <p className={notes['aside']}>{texts.allHidden}</p>
      ) : (
        <StackedTable
          caption={<span className={classes['hiddenCaption']}>{texts.groups}</span>}
          columns={columns}
        >
          {groups.map((group) => (
            <StackedRow
              key={group.fingerprint}
              columns={columns}
              head={<bdi translate="no">{group.type === null ? texts.unknown : isolated(group.type)}</bdi>}
              cells={cellsOf(group)}
            />
          ))}
        </StackedTable>
      )}
      {groups.some(({ affectedUsers }) => affectedUsers === null) ? (
        <p className={notes['aside']}>{common.hiddenUsers(groupMinimum)}</p>
      ) : null}
      {suppressedGroups > 0 ? (
        <p className={notes['aside']}>{texts.suppressed(suppressedGroups, groupMinimum)}</p>
      ) : null}
      <div className={classes['cardFoot']}>
        <Downloads id="error-groups" table={file} option={undefined} height={0} />
      </div>
    </section>
  )
}
