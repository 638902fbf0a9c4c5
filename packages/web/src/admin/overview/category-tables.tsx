import { DATA_CATEGORIES } from '@candor/practices'
import { useCallback, type ReactElement } from 'react'

import { useWording } from '../../language/wording.js'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import type { Shape } from '../api/api.js'
import { useAsked, valueOf, type Ask } from '../api/use-asked.js'
import { useLanguage, useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Badge } from '../parts/badge.js'
import { LaneMark } from '../parts/lane-mark.js'
import { REASON_TEXTS } from '../parts/reasons.js'
import { SourceText } from '../parts/source-text.js'
import { useWords } from '../parts/use-words.js'
import styles from './overview.module.css'
import { OVERVIEW_TEXTS } from './texts.js'

const TONES = { yes: 'good', no: 'plain', 'by-choice': 'plain', partly: 'plain' } as const

const DecidedBy = ({ cell }: { readonly cell: Shape<'OverviewCell'> }): ReactElement => {
  const texts = useTexts(OVERVIEW_TEXTS)
  if (cell.control === null) return <span>{texts.nobody}</span>
  return (
    <span>
      <code translate="no">{cell.control}</code>, <SourceText source={cell.source} />
    </span>
  )
}

const Table = ({
  category,
  cells,
}: {
  readonly category: Shape<'Category'>
  readonly cells: readonly Shape<'OverviewCell'>[]
}): ReactElement => {
  const texts = useTexts(OVERVIEW_TEXTS)
  const reasons: Readonly<Record<string, string>> = useTexts(REASON_TEXTS)
  const words = useWords()
  const { format } = useWording()
  const columns: readonly Column[] = [
    { heading: texts.client, align: 'text' },
    { heading: texts.collected, align: 'text' },
    { heading: texts.dataTypes, align: 'text' },
    { heading: texts.decidedBy, align: 'text' },
    { heading: texts.because, align: 'text' },
  ]
  return (
    <StackedTable
      caption={
        <LaneMark lane={category}>
          <strong className={styles['caption']}>{texts.caption[category]}</strong>
        </LaneMark>
      }
      columns={columns}
    >
      {cells.map((cell) => (
        <StackedRow
          key={cell.client}
          columns={columns}
          head={words.client(cell.client)}
          cells={[
            <Badge key="collect" tone={TONES[cell.collect]}>
              {texts.collect[cell.collect]}
            </Badge>,
            texts.of(format.number(cell.dataTypes.collected), format.number(cell.dataTypes.all)),
            <DecidedBy key="by" cell={cell} />,
            reasons[cell.reason] ?? cell.reason,
          ]}
        />
      ))}
    </StackedTable>
  )
}

const CensusReason = ({ product }: { readonly product: string }): ReactElement | null => {
  const language = useLanguage()
  const texts = useTexts(OVERVIEW_TEXTS)
  const ask: Ask<{ census: { reason: Shape<'Localised'> } }> = useCallback(
    (api, signal) => api.GET('/api/controls', { params: { query: { product } }, signal }),
    [product],
  )
  const census = valueOf(useAsked(ask))?.census
  if (census === undefined) return null
  return (
    <details className={styles['reason']}>
      <summary>{texts.noSwitch}</summary>
      <p className={classes['quiet']}>{census.reason[language]}</p>
    </details>
  )
}

/** A table for each data category, in the lane's colour. */
export const CategoryTables = ({
  cells,
  product,
}: {
  readonly cells: readonly Shape<'OverviewCell'>[]
  readonly product: string
}): ReactElement => (
  <div className={styles['tables']}>
    {DATA_CATEGORIES.map((category) => (
      <div key={category}>
        <Table category={category} cells={cells.filter((cell) => cell.category === category)} />
        {category === 'census' ? <CensusReason product={product} /> : null}
      </div>
    ))}
  </div>
)
