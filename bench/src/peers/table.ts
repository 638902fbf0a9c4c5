import type { Cost } from './cost.js'
import { FAULTS, type FaultResult } from './faults.js'

/** One client's results; what was not run or broke is missing. */
export interface Row {
  readonly title: string
  readonly brotliBytes: number
  readonly cost?: Cost & { readonly microsBurst: number | undefined }
  /** By the fault's name. */
  readonly faults?: Readonly<Record<string, FaultResult | string>>
}

const COST_HEADS = [
  'brotli B',
  'us a call, paced',
  'us a call, burst',
  'main thread ms (CPU)',
  'CPU ms',
  'wire B a count (bodies)',
  'delivered of 10 000',
] as const

/** Groups of three digits, and few digits behind the point where the number is small. */
const figure = (value: number | undefined): string => {
  if (value === undefined || Number.isNaN(value)) return '-'
  const digits = [0.1, 10, 100].findIndex((limit) => Math.abs(value) < limit)
  const text = value.toFixed(digits < 0 || Number.isInteger(value) ? 0 : 3 - digits)
  return text.replaceAll(/\B(?=(\d{3})+$)/g, text.includes('.') ? '' : ' ')
}

const costCells = ({ brotliBytes, cost }: Row): readonly string[] => [
  figure(brotliBytes),
  figure(cost?.microsPaced),
  figure(cost?.microsBurst),
  cost ? `${figure(Math.round(cost.taskMillis))} (${figure(Math.round(cost.threadMillis))})` : '-',
  figure(cost && Math.round(cost.cpuMillis)),
  cost ? `${figure(cost.wireBytes / 10_000)} (${figure(cost.bodyBytes / 10_000)})` : '-',
  figure(cost?.delivered),
]

const faultCell = (name: string, result: FaultResult | string | undefined): string => {
  if (result === undefined || typeof result === 'string') return result ?? '-'
  const { counts, errors, leaked } = result
  if (name === 'opt-out') return leaked === 0 ? 'none' : `${figure(leaked)} leaked`
  const doubled = counts.doubled + errors.doubled
  return `${figure(counts.arrived)} + ${figure(errors.arrived)}${doubled > 0 ? `, ${figure(doubled)} doubled` : ''}`
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The results as a Markdown table. */
export const toTable = (rows: readonly Row[]): string => {
  const heads = ['client', ...COST_HEADS, ...FAULTS.map(({ name }) => name)]
  return [
    line(heads),
    line(heads.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...rows.map((row) =>
      line([row.title, ...costCells(row), ...FAULTS.map(({ name }) => faultCell(name, row.faults?.[name]))]),
    ),
  ].join('\n')
}
