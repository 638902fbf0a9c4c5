import type { Count } from './diagnostics.js'

/** The ways in for the app. Whatever comes through one throws nothing into the app: misuse is counted. */
export interface Doors {
  /** What the app asks: it is answered at any time. */
  ask<A extends readonly unknown[], R>(run: (...given: A) => R, otherwise: R): (...given: A) => R
  /** What the app does at once: after closing it is counted and nothing more. */
  use<A extends readonly unknown[], R>(run: (...given: A) => R, otherwise: R): (...given: A) => R
  /** What the app tells: like `use`, but before the opening it is put off, in order. */
  tell<A extends readonly unknown[]>(run: (...given: A) => void): (...given: A) => void
  /** What the app has done: it begins after the opening, and never rejects. */
  order(run: () => Promise<unknown>): () => Promise<void>
  /** Whether something that was recorded can be kept. After closing it is counted. */
  isOpen(): boolean
  /** Does what was put off. */
  open(): void
  /** Lets nothing in any more. */
  close(): void
}

interface Parts {
  readonly count: Count
  /** Takes out what was recorded so far, so that it is recorded again before what was told next. */
  readonly cut: () => readonly (() => void)[]
  /** Resolves when what the device keeps was read. */
  readonly ready: () => Promise<void>
}

/** Makes the doors, which open when `open` is called. */
export const createDoors = ({ count, cut, ready }: Parts): Doors => {
  let isClosed = false
  let later: (() => void)[] | undefined = []
  const isLate = (): boolean => {
    if (isClosed) count('after-close')
    return isClosed
  }
  const ask: Doors['ask'] =
    (run, otherwise) =>
    (...given) => {
      try {
        return run(...given)
      } catch {
        count('misuse')
        return otherwise
      }
    }
  const use: Doors['use'] = (run, otherwise) => {
    const act = ask(run, otherwise)
    return (...given) => (isLate() ? otherwise : act(...given))
  }
  return {
    ask,
    use,
    tell: (run) => {
      const act = ask(run, undefined)
      return use((...given) => {
        if (later) later.push(...cut(), () => act(...given))
        else act(...given)
      }, undefined)
    },
    order: (run) =>
      use(
        () =>
          ready()
            .then(run)
            .then(
              () => {},
              () => count('misuse'),
            ),
        Promise.resolve(),
      ),
    isOpen: () => !isLate() && !later,
    open: () => {
      const all = [...(later ?? []), ...cut()]
      for (const run of all) run()
      later = undefined
    },
    close: () => {
      isClosed = true
    },
  }
}
