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
import { sumOf } from '../figures/split.js'
import { ChangeText } from '../parts/change-text.js'
import { DimensionChoice } from '../parts/choice.js'
import { Definition } from '../parts/definition.js'
import { Downloads } from '../parts/downloads.js'
import classes from '../parts/parts.module.css'
import { PickButton } from '../parts/pick-button.js'
import { useFigures } from '../parts/use-figures.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { ERRORS_TEXTS } from '../texts/errors.js'
import { GROUP_TEXTS } from '../texts/groups.js'
import { useFrame } from '../view/frame.js'
import { useView } from '../view/use-view.js'
import { withFilter } from '../view/view.js'

/** The dimension of the groups of errors. */
export const FINGERPRINT = 'fingerprint'

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
    { heading: texts.state, align: 'text' },
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

const useCells = ({ compared }: ErrorGroupsProps) => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(ERRORS_TEXTS)
  const { format } = useWording()
  const { figure } = useFigures()
  const { split, namesBefore, names } = useFrame()
  const changeOf = ({ value, reports }: ErrorGroup): ReactNode => {
    const both = compared.groups.find((group) => group.value === value)
    return <ChangeText key="change" change={changeOfSums(split(both?.reports ?? reports))} />
  }
  const trendOf = (group: ErrorGroup): string =>
    group.reports.map((value, at) => `${names[at]?.short ?? ''} ${figure(value, '')}`).join(', ')
  return (group: ErrorGroup): readonly ReactNode[] => [
    codeOr(group.place, texts.unknown),
    codeOr(group.code, texts.noCode),
    texts.states[group.state],
    figure(group.affectedUsers, ''),
    figure(sumOf(group.reports), ''),
    ...(namesBefore.length > 0 ? [changeOf(group)] : []),
    group.firstDay === null ? common.hidden : format.day(group.firstDay),
    group.lastDay === null ? common.hidden : format.day(group.lastDay),
    <Sparkline
      key="trend"
      values={split(group.reports).shown}
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
      column('state', texts.state),
      column('affectedUsers', texts.users),
      column('reports', texts.reports),
      column('firstDay', texts.first),
      column('lastDay', texts.last),
    ],
    rows: groups.map((group) => ({
      id: group.value,
      head: group.type ?? texts.unknown,
      cells: [
        group.type,
        group.place,
        group.code,
        texts.states[group.state],
        group.affectedUsers,
        sumOf(group.reports),
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
  const { groups, moreGroups, groupMinimum } = props.shown
  const [{ where }, change] = useView()
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
        <div className={classes['cardControls']}>
          <DimensionChoice />
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
              key={group.value}
              columns={columns}
              head={
                <PickButton
                  name={group.type === null ? texts.unknown : isolated(group.type)}
                  onPick={() => change({ where: withFilter(where, { id: FINGERPRINT, value: group.value }) })}
                />
              }
              cells={cellsOf(group)}
            />
          ))}
        </StackedTable>
      )}
      <p className={notes['aside']}>{texts.hiddenMeaning(groupMinimum)}</p>
      {moreGroups > 0 ? <p className={notes['aside']}>{common.moreGroups(moreGroups)}</p> : null}
      <div className={classes['cardFoot']}>
        <Downloads id="error-groups" table={file} option={undefined} height={0} />
      </div>
    </section>
  )
}
