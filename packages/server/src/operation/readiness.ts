import type { ErrorCode } from '@candor/practices'
import type { PartFault } from '../health/part-faults.js'

/** Something that must work for a report to be accepted. */
export interface ReadinessCheck {
  /** Names the part, such as spool. */
  readonly part: PartFault['part']
  /** Says why it is not ready where this does not work. */
  readonly code: ErrorCode
  /** Rejects, or answers false, where it does not. */
  readonly works: () => Promise<boolean>
}

/** Whether a report could be accepted now, and what is not well all the same. */
export type Readiness =
  | { readonly kind: 'ready'; readonly unwell: readonly PartFault[] }
  | { readonly kind: 'unready'; readonly faults: readonly PartFault[]; readonly unwell: readonly PartFault[] }

/** Asks whether the service is ready, and takes that it stops. */
export interface ReadinessProbe {
  ask(): Promise<Readiness>
  /** From now on it is not ready: it stops. */
  stop(): void
}

/** How long an answer counts, so that many who ask cost no more than one. */
const FRESH_MILLIS = 1000

/** What has not answered by then does not work. */
const PATIENCE_MILLIS = 2000

const inTime = async (works: () => Promise<boolean>, patienceMillis: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMillis)
  })
  try {
    return await Promise.race([works(), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

const askAll = async (
  checks: readonly ReadinessCheck[],
  patienceMillis: number,
): Promise<readonly PartFault[]> => {
  const answers = await Promise.all(
    checks.map(async ({ part, code, works }) =>
      (await inTime(works, patienceMillis)) ? [] : [{ part, code }],
    ),
  )
  return answers.flat()
}

/** What readiness is asked of. */
export interface ReadinessParts {
  readonly checks: readonly ReadinessCheck[]
  /** What is not well and keeps no report from being accepted. Default: nothing. */
  readonly unwell?: () => readonly PartFault[]
  readonly now: () => number
  /** Default 2 seconds. */
  readonly patienceMillis?: number
}

const STOPPING: readonly PartFault[] = [{ part: 'stopping', code: 'CANDOR_STOPPING' }]

/** Makes the probe; the checks run at once, at most once a second, and each has two seconds. */
export const createReadinessProbe = ({
  checks,
  unwell = () => [],
  now,
  patienceMillis = PATIENCE_MILLIS,
}: ReadinessParts): ReadinessProbe => {
  let isStopping = false
  let askedAt = -Infinity
  let answer: Promise<Readiness> = Promise.resolve({ kind: 'ready', unwell: [] })
  const ask = async (): Promise<Readiness> => {
    const faults = await askAll(checks, patienceMillis)
    const others = unwell().filter(({ part }) => faults.every((fault) => fault.part !== part))
    return faults.length === 0
      ? { kind: 'ready', unwell: others }
      : { kind: 'unready', faults, unwell: others }
  }
  return {
    ask: async () => {
      if (isStopping) return { kind: 'unready', faults: STOPPING, unwell: [] }
      if (Math.abs(now() - askedAt) >= FRESH_MILLIS) {
        askedAt = now()
        answer = ask()
      }
      return answer
    },
    stop: () => {
      isStopping = true
    },
  }
}
