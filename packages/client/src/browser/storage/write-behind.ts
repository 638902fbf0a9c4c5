import type { Run } from './connection.js'
import { OWN, SHARED, type Memory } from './memory.js'
import { guard } from './requests.js'

/** What is written with. */
export interface WriteParts {
  readonly run: Run
  readonly memory: Memory
  readonly page: () => string
  /** Something shared is on the disk. */
  readonly sharedKept: () => void
  /** Another page took this one's entries over. */
  readonly lost: () => void
}

/** Writes what changed in memory. */
export interface Writer {
  /** Something changed: begins to write at the end of this turn. */
  readonly touched: () => void
  /** Begins to write at once. Resolves when it is on the disk, or could not be written. */
  readonly flush: () => Promise<void>
  /** How often something changed. */
  readonly changes: () => number
}

/**
 * Makes the writer: what changed in a turn goes in one transaction. What another page took over is left out; what could
 * not be written is taken back, to be written the next time.
 */
export const createWriter = (parts: WriteParts): Writer => {
  const { run, memory, page, sharedKept, lost } = parts
  const { values, dirty } = memory
  let changes = 0
  let isDue = false
  let last = Promise.resolve()
  const write = async (): Promise<void> => {
    const name = page()
    const batch = [...dirty].map(([key, isNew]) => ({ key, isNew, value: values.get(key) ?? null }))
    dirty.clear()
    const outcome = await run((store) => {
      guard(store, name)
      for (const { key, value } of batch) {
        const at = key.startsWith(OWN) ? name + key : key
        if (value === null) store.delete(at)
        else store.put(value, at)
      }
      store.transaction.commit()
    })
    if (outcome === 'kept') {
      if (batch.some(({ key }) => key.startsWith(SHARED))) sharedKept()
      return
    }
    for (const { key, isNew, value } of batch) {
      if (isNew && value !== null && values.get(key) === null) values.set(key, value)
      if (isNew || outcome === 'failed' || key.startsWith(SHARED))
        dirty.set(key, isNew || dirty.get(key) === true)
    }
    if (outcome === 'failed') return
    if (name === page()) lost()
    await write()
  }
  const flush = (): Promise<void> => {
    isDue = false
    if (dirty.size) last = write()
    return last
  }
  return {
    flush,
    changes: () => changes,
    touched: () => {
      changes += 1
      if (!isDue) queueMicrotask(() => void flush())
      isDue = true
    },
  }
}
