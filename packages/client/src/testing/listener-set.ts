/** Listeners of a test double. */
export interface ListenerSet<A extends readonly unknown[]> {
  readonly add: (listener: (...values: A) => void) => () => void
  readonly call: (...values: A) => void
}

/** Begins without listeners. */
export const createListenerSet = <A extends readonly unknown[]>(): ListenerSet<A> => {
  const all = new Set<(...values: A) => void>()
  return {
    add: (listener) => {
      all.add(listener)
      return () => void all.delete(listener)
    },
    call: (...values) => {
      for (const listener of all) listener(...values)
    },
  }
}
