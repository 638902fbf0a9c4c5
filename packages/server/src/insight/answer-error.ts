import type { Row } from '../store/engine.js'
import {
  answeredValues,
  askPeriods,
  headOf,
  largestValues,
  seriesOf,
  type Answering,
  type AskedPeriods,
} from './answer.js'
import type { ErrorGroup, ErrorInsight } from './insight.js'
import { answerMeasurements } from './measurements.js'
import { numberIn, textIn } from './sql.js'

const REPORTS = 0

const valueGroup = (value: string, { answers }: AskedPeriods): ErrorGroup => ({
  value,
  type: '',
  place: '',
  code: '',
  affectedUsers: null,
  firstDay: null,
  lastDay: null,
  state: 'open',
  reports: seriesOf(
    answers.map(({ groups }) => groups.get(value)),
    REPORTS,
  ),
})

/** Whether the groups are those of errors, so that they are known by more than their value. */
const isByFingerprint = ({ lane }: Answering, { asked }: AskedPeriods): boolean =>
  lane.dimensions[asked.by]?.id === 'fingerprint'

const errorGroup = (row: Row, asked: AskedPeriods): ErrorGroup => ({
  ...valueGroup(textIn(row, 'error_fingerprint'), asked),
  type: textIn(row, 'group_class'),
  place: textIn(row, 'group_place'),
  code: textIn(row, 'group_code'),
  affectedUsers: asked.asked.where.length === 0 ? numberIn(row, 'users') : null,
  firstDay: textIn(row, 'first_day'),
  lastDay: textIn(row, 'last_day'),
})

/** Groups of errors are those that enough users met over all periods, though in each of them it may be fewer. */
const errorGroups = (rows: readonly Row[], asked: AskedPeriods) => {
  const met = new Set(largestValues(asked.answers))
  const shown =
    asked.asked.where.length === 0 ? rows : rows.filter((row) => met.has(textIn(row, 'error_fingerprint')))
  return {
    groups: shown.map((row) => errorGroup(row, asked)),
    moreGroups: Math.max(0, numberIn(rows[0] ?? {}, 'all_groups') - rows.length),
  }
}

const valueGroups = (asked: AskedPeriods) => {
  // A report without an exception and a code is of no group.
  const { shown, moreGroups } = answeredValues(largestValues(asked.answers))
  return { groups: shown.map((value) => valueGroup(value, asked)), moreGroups }
}

/** Answers a question about errors; the rows are those of the groups of errors, where it is about those, and of measurements. */
export const answerError = (
  answering: Answering,
  rows: readonly Row[],
  measured: readonly Row[],
): ErrorInsight => {
  const asked = askPeriods(answering)
  const groups = isByFingerprint(answering, asked) ? errorGroups(rows, asked) : valueGroups(asked)
  return {
    ...headOf('error', answering, asked),
    ...groups,
    reports: seriesOf(
      asked.answers.map(({ total }) => total),
      REPORTS,
    ),
    distributions:
      asked.asked.where.length === 0
        ? answerMeasurements(answering.lane, measured, answering.groupMinimum)
        : [],
    userEpochs: numberIn(rows[0] ?? {}, 'most_epochs'),
  }
}
