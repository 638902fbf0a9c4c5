import { createKeptPolicy, type KeptPolicyParts, type Origin, type PolicyInForce } from './kept-policy.js'
import type { Transport } from './transport.js'

/** The policy of an organisation, or of a pool whose meeting was joined. */
interface PolicyOfOrigin {
  /** As it was last answered, in this run or an earlier one; the strictest where that was refused. */
  read(): PolicyInForce | undefined
  /** Whether reports may go without asking: this run has an answer that is young enough. */
  isFresh(): boolean
  /** Asks the service. Its answer counts at once; where it does not answer, what is kept goes on counting. */
  ask(): Promise<void>
  /**
   * Asks where this run has no answer that is young enough. Resolves to whether reports may go: under a policy, or under
   * the defaults where the service has answered with nothing but errors for as long as an answer counts.
   */
  ready(): Promise<boolean>
}

/** The policy of each origin. */
export type Policies = (origin: Origin) => PolicyOfOrigin

/** How often the policy is asked for, and how long an answer counts, in milliseconds: 15 minutes. */
export const POLICY_MILLIS = 900_000

interface Parts extends KeptPolicyParts {
  readonly transport: Transport
}

const openPolicy = (name: string, { org, pool }: Origin, parts: Parts): PolicyOfOrigin => {
  const { options, platform, storage, transport } = parts
  const { now } = platform
  const policy = createKeptPolicy(name, { org, pool }, parts)
  /** Kept over restarts: a page may be closed sooner than the wait is over. */
  const failedSince = `${name}.failed`
  let askedMillis = -Infinity
  let asking: Promise<void> | undefined
  const isOld = (sinceMillis: number): boolean =>
    Math.abs(now() - sinceMillis) >= (options.policyMillis ?? POLICY_MILLIS)
  const askOnce = async (): Promise<void> => {
    const etag = await policy.etag()
    const answer = await transport.ask({ path: '/v1/policy', query: { org, pool }, etag })
    askedMillis = now()
    if (!answer || answer === 'aborted') return
    if (answer.status === 200) await policy.take(answer)
    else if (!policy.read() && !storage.get(failedSince)) storage.set(failedSince, String(askedMillis))
  }
  const ask = (): Promise<void> => {
    asking ??= askOnce().finally(() => {
      asking = undefined
    })
    return asking
  }
  const isFresh = (): boolean => policy.read() !== undefined && !isOld(askedMillis)
  return {
    read: () => policy.read(),
    isFresh,
    ask,
    ready: async () => {
      if (!isFresh()) await ask()
      return policy.read() !== undefined || isOld(Number(storage.get(failedSince)))
    },
  }
}

/** Keeps the policies, so that they count offline too. */
export const createPolicies = (parts: Parts): Policies => {
  const known = new Map<string, PolicyOfOrigin>()
  return (origin) => {
    const name = `policy.${[origin.org, origin.pool].map((part = '') => encodeURIComponent(part)).join('~')}`
    const policy = known.get(name) ?? openPolicy(name, origin, parts)
    known.set(name, policy)
    return policy
  }
}
