import type { Row } from '../store/engine.js'
import type { ErrorSample } from './insight.js'
import type { CountedLane } from './plan-cells.js'
import { sampleTypes } from './plan-samples.js'
import { numberIn, textIn } from './sql.js'

const isNothing = (value: unknown): boolean =>
  value === '' ||
  value === 0 ||
  value === null ||
  value === undefined ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** The values of a sample, without those that are nothing; the parts of an exception are one value. */
const dataOf = (lane: Pick<CountedLane, 'practices'>, row: Row): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    sampleTypes(lane).flatMap(({ name, kind }) => {
      if (kind !== 'exception') return isNothing(row[name]) ? [] : [[name, row[name]] as const]
      const parts = ['type', 'message', 'stack'].map(
        (part) => [part, textIn(row, `${name}_${part}`)] as const,
      )
      const there = parts.filter(([, text]) => text !== '')
      return there.length === 0 ? [] : [[name, Object.fromEntries(there)] as const]
    }),
  )

/** Samples as those read them who look for the cause. */
export const answerSamples = (
  lane: Pick<CountedLane, 'practices'>,
  rows: readonly Row[],
): readonly ErrorSample[] =>
  rows.map((row) => ({
    at: textIn(row, 'at'),
    client: textIn(row, 'client_kind'),
    os: textIn(row, 'client_os'),
    practicesVersion: numberIn(row, 'practices_version'),
    data: dataOf(lane, row),
  }))
