import { bucketOf, type BareDataType } from '@candor/practices'

import { addLabel, addTo, emptyData } from './add-up.js'
import type { Data } from './kept-report.js'
import { isRecorded, type LaneValues } from './lane-values.js'

/** What a lane holds in memory. */
export interface Recording {
  /** The counts since they were last taken; those of labels by data type. */
  counts: Data
  /** The values that are set. */
  readonly values: Data
}

/** What the recorders of a lane share. */
export interface RecorderParts {
  readonly values: LaneValues
  readonly recording: Recording
  /** The data types that are collected now. */
  readonly open: ReadonlySet<string>
  /** Called whenever something was recorded. */
  readonly touch: () => void
  /** Whether the app records after closing, which is counted. */
  readonly isLate: () => boolean
}

const createRecorder = (name: string, type: BareDataType, parts: RecorderParts): unknown => {
  const { values, recording, open, touch, isLate } = parts
  const isOpen = (): boolean => open.has(name) && !isLate()
  const isTaken = (value: unknown): boolean => values.take(name, value) !== undefined
  const add = (label: string, amount = 1): void => {
    if (!isOpen()) return
    const labels = (recording.counts[name] ?? emptyData()) as Data
    // A label that was taken before is not looked at again.
    const isKnown = amount === 1 && label in labels
    if (!isKnown && !isTaken(typeof label === 'string' ? { [label]: amount } : label)) return
    addLabel(labels, label, amount, () => values.hasRoom(name, Object.keys(labels).length))
    recording.counts[name] = labels
    touch()
  }
  switch (type.kind) {
    case 'count':
    case 'duration':
      return {
        add: (amount = 1) => {
          if (!isOpen() || (amount !== 1 && !isTaken(amount))) return
          const { counts } = recording
          const isNew = !(name in counts)
          addTo(counts, name, amount)
          // What was counted since the last save is saved with it.
          if (isNew) touch()
        },
      }
    case 'labelled-count':
      return { add }
    case 'distribution':
      return {
        record: (value: number) => {
          if (Number.isFinite(value)) add(bucketOf(type.bounds, value))
          else isTaken(value)
        },
      }
    default:
      return {
        set: (given: unknown) => {
          const value = isLate() ? undefined : values.take(name, given)
          if (value === undefined) return
          recording.values[name] = value
          touch()
        },
      }
  }
}

/** Makes the recorders of data types. Adding to a count is a few operations on a number in memory. */
export const createRecorders = (
  types: Readonly<Record<string, BareDataType>>,
  parts: RecorderParts,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(types)
      .filter(([, type]) => isRecorded(type))
      .map(([name, type]) => [name, createRecorder(name, type, parts)]),
  )
