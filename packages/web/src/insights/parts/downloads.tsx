import { useComputedColorScheme } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { csvOf, jsonOf, type FigureTable } from '../../charts/figure-table.js'
import type { ChartOption } from '../../charts/time-option.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFrame, type Frame } from '../view/frame.js'
import { whereOf } from '../view/view.js'
import classes from './parts.module.css'
import { saveBlob } from './save-blob.js'

const KINDS = ['png', 'svg', 'csv', 'json'] as const
type Kind = (typeof KINDS)[number]

const aboutOf = ({ answer, firstDays }: Frame): Readonly<Record<string, unknown>> => {
  const { product, category, period, asOf, groupMinimum, where } = answer
  return { product, category, period, from: firstDays[0], to: firstDays.at(-1), asOf, groupMinimum, where }
}

/** Where the figures are from, in one line under a picture's title. */
const sourceOf = ({ answer, names }: Frame, countedAt: string): string =>
  [
    answer.product,
    `${names[0]?.long ?? ''} – ${names.at(-1)?.long ?? ''}`,
    ...whereOf(answer.where),
    countedAt,
  ].join(' · ')

/** Saves a chart as a picture, or its figures as a file; all of it is made in the browser. */
export const Downloads = ({
  id,
  table,
  option,
  height,
}: {
  /** Names the files. */
  readonly id: string
  readonly table: FigureTable
  /** undefined: there is no chart to make a picture of. */
  readonly option: ChartOption | undefined
  /** Pixels. */
  readonly height: number
}): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const frame = useFrame()
  const scheme = useComputedColorScheme('light')
  const [state, setState] = useState<'ready' | 'failed'>('ready')
  const { answer, firstDays } = frame
  const blobOf = async (kind: Kind): Promise<Blob> => {
    if (kind === 'csv') return new Blob([csvOf(table)], { type: 'text/csv' })
    if (kind === 'json' || option === undefined)
      return new Blob([jsonOf(table, aboutOf(frame))], { type: 'application/json' })
    const { exportChart } = await import('../../charts/export-chart.js')
    const source = sourceOf(frame, texts.countedAt(answer.asOf.slice(0, 16).replace('T', ' ')))
    return exportChart({ title: table.caption, source, option, scheme, height }, kind)
  }
  const save = async (kind: Kind): Promise<void> => {
    try {
      saveBlob(`${answer.product}-${id}-${firstDays.at(-1) ?? ''}.${kind}`, await blobOf(kind))
      setState('ready')
    } catch {
      setState('failed')
    }
  }
  const kinds = option === undefined ? KINDS.slice(2) : KINDS
  return (
    <div className={classes['downloads']}>
      <span>{texts.download}</span>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-label={texts.downloadAs(kind.toUpperCase(), table.caption)}
          onClick={() => void save(kind)}
        >
          {kind.toUpperCase()}
        </button>
      ))}
      <output>{state === 'failed' ? texts.downloadFailed : ''}</output>
    </div>
  )
}
