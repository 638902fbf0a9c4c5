/** Holds a state and tells those who follow it. */
export interface Store<S> {
  get(): S
  /** Replaces parts of the state. */
  update(parts: Partial<S>): void
  /** Calls back now and after every change. */
  follow(listener: (state: S) => void): void
}

/** Creates a store of a state. */
export const createStore = <S extends object>(initial: S): Store<S> => {
  const listeners: ((state: S) => void)[] = []
  let state = initial
  return {
    get: () => state,
    update(parts) {
      state = { ...state, ...parts }
      for (const listener of listeners) listener(state)
    },
    follow(listener) {
      listeners.push(listener)
      listener(state)
    },
  }
}
