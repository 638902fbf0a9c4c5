import { DATA_CATEGORIES, type DataCategory } from '@candor/practices'
import type { Conservation, LaneBalance } from '../spool/spool.js'
import type { Labels, Metric, Sample } from './metrics-text.js'

/** The balance of one product. */
export interface ProductBalance {
  readonly product: string
  readonly conservation: Conservation
}

const COUNTS = [
  ['received', 'counter', 'Reports received.'],
  ['stored', 'counter', 'Reports moved to the store.'],
  ['duplicate', 'counter', 'Reports that had been received before.'],
  ['pending', 'gauge', 'Reports in the spool, on their way to the store.'],
] as const satisfies readonly (readonly [keyof LaneBalance, Metric['kind'], string])[]

/** The law of conservation by product and lane: received = stored + refused + duplicate + pending. */
export const reportMetrics = (balances: readonly ProductBalance[]): readonly Metric[] => {
  const samplesOf = (of: (balance: LaneBalance, labels: Labels) => readonly Sample[]): readonly Sample[] =>
    balances.flatMap(({ product, conservation }) =>
      DATA_CATEGORIES.flatMap((lane: DataCategory) => of(conservation[lane], { product, lane })),
    )
  return [
    ...COUNTS.map(([name, kind, help]): Metric => ({
      kind,
      name: kind === 'counter' ? `candor_reports_${name}_total` : `candor_reports_${name}`,
      help,
      samples: samplesOf((balance, labels) => [{ labels, value: balance[name] }]),
    })),
    {
      kind: 'counter',
      name: 'candor_reports_refused_total',
      help: 'Reports refused, by the code that docs/errors.md explains.',
      samples: samplesOf(({ refused }, labels) =>
        Object.entries(refused).map(([code, value]) => ({ labels: { ...labels, code }, value })),
      ),
    },
  ]
}
