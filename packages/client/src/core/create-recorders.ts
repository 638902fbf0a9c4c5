import type { BareDataType } from '@candor/practices'

import type { CountRecorder, DistributionRecorder, LabelledCountRecorder, ValueRecorder } from './candor.js'
import type { LaneValues } from './lane-values.js'
import { addTo, type Amounts, type Recording } from './recording.js'

/** What the recorders of a lane share. */
export interface RecorderParts {
  readonly types: Readonly<Record<string, BareDataType>>
  readonly values: LaneValues
  readonly recording: Recording
  /** The data types that are collected now. */
  readonly open: ReadonlySet<string>
  /** Called whenever something was recorded. */
  readonly touch: () => void
  /** Whether the app records after closing, which is counted. */
  readonly isLate: () => boolean
}

const createCount = (
  name: string,
  { values, recording, open, touch, isLate }: RecorderParts,
): CountRecorder => ({
  add: (amount = 1) => {
    if (!open.has(name) || isLate() || (amount !== 1 && values.take(name, amount) === undefined)) return
    addTo(recording.counts, name, amount)
    touch()
  },
})

const createLabelledCount = (name: string, parts: RecorderParts): LabelledCountRecorder<string> => {
  const { values, recording, open, touch, isLate } = parts
  const labels: Amounts = new Map()
  recording.labels.set(name, labels)
  const isTaken = (label: string, amount: number): boolean =>
    values.take(name, typeof label === 'string' ? { [label]: amount } : label) !== undefined &&
    (labels.has(label) || values.hasRoom(name, labels.size))
  return {
    add: (label, amount = 1) => {
      if (!open.has(name) || isLate()) return
      if (!(amount === 1 && labels.has(label)) && !isTaken(label, amount)) return
      addTo(labels, label, amount)
      touch()
    },
  }
}

/** Counts a value by the lower bound of its bucket; what is below the second one is of the first. */
const createDistribution = (
  name: string,
  bounds: readonly number[],
  parts: RecorderParts,
): DistributionRecorder => {
  const buckets = createLabelledCount(name, parts)
  const labels = bounds.map(String)
  return {
    record: (value) => {
      let bucket = 0
      while (value >= Number(bounds[bucket + 1])) bucket += 1
      if (Number.isFinite(value)) buckets.add(labels[bucket] ?? '')
      else parts.values.take(name, value)
    },
  }
}

const createValue = (
  name: string,
  { values, recording, touch, isLate }: RecorderParts,
): ValueRecorder<unknown> => ({
  set: (given) => {
    const value = isLate() ? undefined : values.take(name, given)
    if (value === undefined) return
    recording.values.set(name, value)
    touch()
  },
})

const createRecorder = (name: string, type: BareDataType, parts: RecorderParts): unknown => {
  switch (type.kind) {
    case 'count':
    case 'duration':
      return createCount(name, parts)
    case 'labelled-count':
      return createLabelledCount(name, parts)
    case 'distribution':
      return createDistribution(name, type.bounds, parts)
    default:
      return createValue(name, parts)
  }
}

/**
 * Makes the recorders of a lane from its data types. Adding to a count is a few operations on a number in memory. Ids
 * (every kind that ends so) have no recorder: the client fills them in.
 */
export const createRecorders = (parts: RecorderParts): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(parts.types)
      .filter(([, { kind }]) => !kind.endsWith('-id'))
      .map(([name, type]) => [name, createRecorder(name, type, parts)]),
  )
