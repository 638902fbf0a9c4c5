import { setImmediate as nextTurn } from 'node:timers/promises'

interface Waiting<Work, Result> {
  readonly work: Work
  readonly resolve: (result: Result) => void
  readonly reject: (reason: unknown) => void
}

/** Runs works in groups: all that came while a commit was under way share the next one. */
export interface GroupCommit<Work, Result> {
  run(work: Work): Promise<Result>
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
}

/** How works are grouped. */
export interface GroupCommitOptions<Work, Result> {
  /** Commits works; one result each, in order. Where it rejects, all of the group do. */
  readonly commit: (works: readonly Work[]) => Promise<readonly Result[]>
  /** How much a work weighs. */
  readonly weigh: (work: Work) => number
  /** The most that a group weighs, unless one work alone is heavier; it bounds how long a commit takes. */
  readonly maxWeight: number
}

/** Groups works into commits. */
export const createGroupCommit = <Work, Result>(
  options: GroupCommitOptions<Work, Result>,
): GroupCommit<Work, Result> => {
  let waiting: Waiting<Work, Result>[] = []
  let running: Promise<void> | undefined

  const takeGroup = (): readonly Waiting<Work, Result>[] => {
    let size = 0
    for (let weight = 0; size < waiting.length; size += 1) {
      const next = waiting[size]
      weight += next ? options.weigh(next.work) : 0
      if (size > 0 && weight > options.maxWeight) break
    }
    const group = waiting.slice(0, size)
    waiting = waiting.slice(size)
    return group
  }

  const commitGroup = async (group: readonly Waiting<Work, Result>[]): Promise<void> => {
    try {
      const results = await options.commit(group.map(({ work }) => work))
      group.forEach(({ resolve }, at) => resolve(results[at] as Result))
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  const runAll = async (): Promise<void> => {
    // What else came in this turn of the event loop shares the commit.
    await nextTurn()
    while (waiting.length > 0) await commitGroup(takeGroup())
    running = undefined
  }

  return {
    run: async (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject })
        running ??= runAll()
      }),
    idle: async () => running,
  }
}
