import type { CensusInsight } from '../api/insight.js'
import type { DailySeries } from '../charts/daily-series.js'
import { seriesSlots } from '../theme/series-slots.js'

/** What the census chart can show of each group. */
export const CENSUS_MEASURES = ['devices', 'reports'] as const

/** What the census chart shows of each group. */
export type CensusMeasure = (typeof CENSUS_MEASURES)[number]

/** Groups that are shown until a person chooses: the largest, few enough to be told apart. */
const SHOWN_BY_DEFAULT = 6

/** The groups of the census as series, the largest first. */
export const censusSeries = ({ groups }: CensusInsight, measure: CensusMeasure): readonly DailySeries[] => {
  const slots = seriesSlots(groups.map(({ value }) => value))
  const totalOf = (group: CensusInsight['groups'][number]): number | null =>
    measure === 'devices' ? group.totalDevices : group.totalReports
  return groups
    .map((group) => ({
      id: group.value,
      label: group.value,
      values: group[measure],
      total: totalOf(group),
      unit: '',
      slot: slots.get(group.value) ?? 0,
    }))
    .toSorted((one, other) => (other.total ?? 0) - (one.total ?? 0) || (one.id < other.id ? -1 : 1))
}

/** The groups that are shown until a person chooses. */
export const largestGroups = (series: readonly DailySeries[]): readonly string[] =>
  series.slice(0, SHOWN_BY_DEFAULT).map(({ id }) => id)
