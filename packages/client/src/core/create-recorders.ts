import { bucketOf, type BareDataType } from '@candor/practices'

import { addTo, addUp } from './add-up.js'
import type { Lane } from './client.js'
import type { Data } from './kept-report.js'
import { hasRoomIn, isRecorded, takeValue } from './values.js'

/** What the recorders of a lane are given. */
interface Parts {
  readonly lane: Lane
  /** Something was recorded. */
  readonly touch: () => void
  /** Whether the app records after closing, which is counted. */
  readonly isLate: () => boolean
}

const createRecorder = (name: string, type: BareDataType, { lane, touch, isLate }: Parts): unknown => {
  const isOpen = (): boolean => lane.open.has(name) && !isLate()
  const isTaken = (value: unknown): boolean => takeValue(lane, name, value) !== undefined
  const addLabel = (label: string, amount = 1): void => {
    if (!isOpen()) return
    const labels = lane.counts[name] as Data | undefined
    // A label that was taken before is not looked at again.
    if (labels && amount === 1 && label in labels) return addTo(labels, label, 1)
    const value = typeof label === 'string' ? { [label]: amount } : label
    if (!isTaken(value)) return
    addUp(lane.counts, { [name]: value }, hasRoomIn(lane))
    touch()
  }
  const add = (amount = 1): void => {
    if (!isOpen() || (amount !== 1 && !isTaken(amount))) return
    const { counts } = lane
    const isNew = !(name in counts)
    addTo(counts, name, amount)
    // What was counted since the last save is saved with it.
    if (isNew) touch()
  }
  const record = (bounds: readonly number[], value: number): void => {
    if (Number.isFinite(value)) addLabel(bucketOf(bounds, value))
    else isTaken(value)
  }
  const set = (given: unknown): void => {
    const value = isLate() ? undefined : takeValue(lane, name, given)
    if (value === undefined) return
    lane.values[name] = value
    touch()
  }
  switch (type.kind) {
    case 'count':
    case 'duration':
      return { add }
    case 'labelled-count':
      return { add: addLabel }
    case 'distribution':
      return { record: (value: number) => record(type.bounds, value) }
    default:
      return { set }
  }
}

/** Makes the recorders of a lane. Adding to a count is a few operations on a number in memory. */
export const createRecorders = (parts: Parts): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(parts.lane.types).flatMap(([name, type]) =>
      isRecorded(type) ? [[name, createRecorder(name, type, parts)]] : [],
    ),
  )
