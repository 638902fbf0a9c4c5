import type { Count } from './diagnostics.js'

type Door<A extends readonly unknown[], R> = (...given: A) => R

/** The ways in for the app. Whatever comes through one throws nothing into the app: misuse is counted. */
export interface Doors {
  /** What the app asks: it is answered at any time. */
  readonly ask: <A extends readonly unknown[], R>(run: Door<A, R>, otherwise: R) => Door<A, R>
  /** What the app does at once: after closing it is counted and nothing more. */
  readonly use: <A extends readonly unknown[], R>(run: Door<A, R>, otherwise: R) => Door<A, R>
  /** What the app tells: like `use`, but before the opening it is put off, in order. */
  readonly tell: <A extends readonly unknown[]>(run: Door<A, void>) => Door<A, void>
  /** What the app has done: it begins after the opening, and never rejects. */
  readonly order: (run: () => Promise<unknown>) => () => Promise<void>
  /** Whether they were opened and not closed. */
  readonly isOpen: () => boolean
  /** Whether they were closed; the app, which should know, is counted. */
  readonly isLate: () => boolean
  /** Does what was put off. */
  readonly open: () => void
  /** Lets nothing in any more. */
  readonly close: () => void
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
  let later: (() => void)[] | undefined = []
  let isClosed = false
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
  const use: Doors['use'] = (run, otherwise) =>
    ask((...given) => (isLate() ? otherwise : run(...given)), otherwise)
  const runWhenReady = async (run: () => Promise<unknown>): Promise<void> => {
    await ready()
    await run()
  }
  return {
    ask,
    use,
    tell: (run) =>
      use((...given) => {
        if (later) later.push(...cut(), () => ask(run, undefined)(...given))
        else run(...given)
      }, undefined),
    order: (run) => use(() => runWhenReady(run).catch(() => count('misuse')), Promise.resolve()),
    isOpen: () => !isClosed && !later,
    isLate,
    open: () => {
      for (const run of [...(later ?? []), ...cut()]) run()
      later = undefined
    },
    close: () => {
      isClosed = true
    },
  }
}
