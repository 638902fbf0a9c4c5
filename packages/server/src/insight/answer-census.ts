import { amountsOf } from './plan-cells.js'
import {
  answeredValues,
  askPeriods,
  headOf,
  largestValues,
  seriesOf,
  valueCounts,
  type Answering,
} from './answer.js'
import type { CensusInsight } from './insight.js'

const DEVICES = 0
const REPORTS = 1
const FIRST_COUNT = 2

/** Answers a question about census. */
export const answerCensus = (answering: Answering): CensusInsight => {
  const { lane, periods } = answering
  const asked = askPeriods(answering)
  const { answers } = asked
  const types = amountsOf(lane.practices, 'census')
  const { shown, moreGroups } = answeredValues(largestValues(answers))
  const totals = answers.map(({ total }) => total)
  const seen = lane.dimensions.findIndex(({ id }) => id === 'seen')
  const isWhole = asked.asked.where.length === 0
  return {
    ...headOf('census', answering, asked),
    moreGroups,
    groups: shown.map((value) => {
      const counts = answers.map(({ groups }) => groups.get(value))
      return {
        value,
        devices: seriesOf(counts, DEVICES),
        reports: seriesOf(counts, REPORTS),
        counts: types.map((_, at) => seriesOf(counts, FIRST_COUNT + at)),
      }
    }),
    notShown: { devices: answers.map(({ hidden }) => hidden?.amounts[DEVICES] ?? 0) },
    totals: {
      devices: seriesOf(totals, DEVICES),
      newDevices: seriesOf(valueCounts(periods, asked.asked, seen, 'new'), DEVICES),
      users: periods.map(({ users }) => (isWhole ? (users ?? null) : null)),
      reports: seriesOf(totals, REPORTS),
      counts: types.map(({ name, label }, at) => ({
        dataType: name,
        label,
        values: seriesOf(totals, FIRST_COUNT + at),
      })),
    },
    userEpochs: Math.max(0, ...periods.map(({ userEpochs }) => userEpochs)),
  }
}
