import type { Checked, Fault, StageSteps } from './step.js'

/** What one step has done since the service started. */
export interface StepFigures {
  readonly name: string
  /** What goes through it. */
  readonly of: 'request' | 'report'
  readonly passed: number
  /** Refused ones by code. */
  readonly refused: Readonly<Record<string, number>>
  /** Time is taken of one in 64 alone, since taking it costs as much as some steps. */
  readonly timed: { readonly count: number; readonly seconds: number }
}

/** A stage of admission: its steps in order, counted and timed. */
export interface Stage<In, Scope, Out> {
  run(subject: In, scope: Scope): Checked<Out>
  /** The figures of its steps, in order. */
  read(): readonly StepFigures[]
}

/** Of so many that enter a stage, one is timed; a power of two. */
const TIMED_EVERY = 64

interface Counter {
  readonly name: string
  readonly refused: Record<string, number>
  timed: number
  millis: number
}

/** Counters of steps, by name in order. What passed is told from what entered, so that passing costs nothing. */
const createCounters = (of: StepFigures['of'], names: readonly string[]) => {
  const counters = names.map((name): Counter => ({ name, refused: {}, timed: 0, millis: 0 }))
  let entered = 0
  return {
    /** Counts one in; says whether it is one to be timed. */
    enter: (): boolean => entered++ % TIMED_EVERY === 0,
    refuse: (at: number, { code }: Fault): void => {
      const refused = counters[at]?.refused ?? {}
      refused[code] = (refused[code] ?? 0) + 1
    },
    time: (at: number, sinceMillis: number): void => {
      const counter = counters[at]
      if (counter === undefined) return
      counter.timed += 1
      counter.millis += performance.now() - sinceMillis
    },
    read: (): readonly StepFigures[] => {
      let passed = entered
      return counters.map(({ name, refused, timed, millis }) => {
        passed -= Object.values(refused).reduce((sum, count) => sum + count, 0)
        return { name, of, passed, refused: { ...refused }, timed: { count: timed, seconds: millis / 1000 } }
      })
    },
  }
}

/** Makes a stage of its steps. */
export const createStage = <In, Scope, Out>(steps: StageSteps<In, Scope, Out>): Stage<In, Scope, Out> => {
  const { read, checks } = steps
  const counters = createCounters(
    steps.of,
    [read, ...checks].map(({ name }) => name),
  )
  const refuse = (at: number, fault: Fault): Checked<never> => {
    counters.refuse(at, fault)
    return { ...fault, kind: 'refused' }
  }
  const timed = <T>(at: number, work: () => T): T => {
    const sinceMillis = performance.now()
    const result = work()
    counters.time(at, sinceMillis)
    return result
  }
  const runTimed = (subject: In, scope: Scope): Checked<Out> => {
    const result = timed(0, () => read.run(subject, scope))
    if (result.kind === 'refused') return refuse(0, result)
    for (const [at, check] of checks.entries()) {
      const fault = timed(at + 1, () => check.run(result.value, scope))
      if (fault !== undefined) return refuse(at + 1, fault)
    }
    return result
  }
  return {
    run: (subject, scope) => {
      if (counters.enter()) return runTimed(subject, scope)
      const result = read.run(subject, scope)
      if (result.kind === 'refused') return refuse(0, result)
      for (let at = 0; at < checks.length; at += 1) {
        const fault = checks[at]?.run(result.value, scope)
        if (fault !== undefined) return refuse(at + 1, fault)
      }
      return result
    },
    read: () => counters.read(),
  }
}

/** One step that waits: reading a body, writing to the spool. */
export interface WaitingStep {
  readonly run: <T>(work: () => Promise<Checked<T>>) => Promise<Checked<T>>
  readonly read: () => readonly StepFigures[]
}

/** Makes a step that waits. What it throws counts under the code that is found for it. */
export const createWaitingStep = (name: string, codeOf: (error: unknown) => Fault['code']): WaitingStep => {
  const counters = createCounters('request', [name])
  return {
    run: async (work) => {
      const sinceMillis = counters.enter() ? performance.now() : undefined
      try {
        const result = await work()
        if (result.kind === 'refused') counters.refuse(0, result)
        return result
      } catch (error) {
        counters.refuse(0, { code: codeOf(error) })
        throw error
      } finally {
        if (sinceMillis !== undefined) counters.time(0, sinceMillis)
      }
    },
    read: () => counters.read(),
  }
}
