/** Something that must work for a report to be accepted. */
export interface ReadinessCheck {
  /** Names the part, such as spool. */
  readonly part: string
  /** Rejects, or answers false, where it does not. */
  readonly works: () => Promise<boolean>
}

/** Whether a report could be accepted now. */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unready'; readonly parts: readonly string[] }

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

const askAll = async (checks: readonly ReadinessCheck[], patienceMillis: number): Promise<Readiness> => {
  const answers = await Promise.all(
    checks.map(async ({ part, works }) => ({ part, isWell: await inTime(works, patienceMillis) })),
  )
  const parts = answers.filter(({ isWell }) => !isWell).map(({ part }) => part)
  return parts.length === 0 ? { kind: 'ready' } : { kind: 'unready', parts }
}

/** Makes the probe; the checks run at once, at most once a second, and each has two seconds. */
export const createReadinessProbe = (
  checks: readonly ReadinessCheck[],
  now: () => number,
  patienceMillis = PATIENCE_MILLIS,
): ReadinessProbe => {
  let isStopping = false
  let askedAt = -Infinity
  let answer: Promise<Readiness> = Promise.resolve({ kind: 'ready' })
  return {
    ask: async () => {
      if (isStopping) return { kind: 'unready', parts: ['stopping'] }
      if (Math.abs(now() - askedAt) >= FRESH_MILLIS) {
        askedAt = now()
        answer = askAll(checks, patienceMillis)
      }
      return answer
    },
    stop: () => {
      isStopping = true
    },
  }
}
