import type { DevicePractices, Policy } from '@candor/practices'

import type { CandorOptions } from './candor.js'
import type { Device } from './device.js'
import type { Count } from './diagnostics.js'
import { parseJson } from './parse-json.js'
import type { Platform } from './platform.js'
import { parsePolicy, type Origin, type SignedText } from './signed-policy.js'

/** What decisions take from a policy. */
export type PolicyInForce = Pick<Policy, 'settings' | 'meeting'>

/** What is kept of an answer. */
const KEPT_KEYS = ['etag', 'text', 'signature', 'state']

interface KeptAnswer extends SignedText {
  readonly etag?: string | null
  /** refused: what came after it was no policy to believe, so the strictest counts until a good one comes. */
  readonly state?: 'refused'
}

/** One origin's policy, kept with its signature. */
export interface KeptPolicy {
  /** What counts; undefined where nothing is known. A kept policy counts for recording while it is being verified. */
  read(): PolicyInForce | undefined
  /** What a 304 would keep; resolves when what was kept is verified. */
  etag(): Promise<string | null | undefined>
  /** Takes an answer: a good one counts at once, an older one does not, and any other makes the strictest count. */
  take(answer: KeptAnswer): Promise<void>
}

/** What policies are kept with. */
export interface KeptPolicyParts {
  readonly options: Pick<CandorOptions<DevicePractices>, 'practices' | 'policyKey' | 'policyMillis'>
  readonly platform: Platform
  readonly storage: Device
  readonly count: Count
  readonly onChange: () => void
}

/** Settings that are malformed for every control that the service holds, so that each counts as the strictest. */
const strictestOf = ({ controls }: DevicePractices): PolicyInForce => {
  const settings: Record<string, unknown> = {}
  for (const [name, { heldBy }] of Object.entries(controls))
    if (heldBy === 'service') settings[name] = 'policy-refused'
  return { settings }
}

/**
 * The policy of an origin that is kept under a name. It is read anew, and begins to be verified, whenever its text is
 * another one: at the start, and when another instance was answered.
 */
export const createKeptPolicy = (name: string, origin: Origin, parts: KeptPolicyParts): KeptPolicy => {
  const { options, platform, storage, count, onChange } = parts
  const { practices, policyKey } = options
  const { shared } = storage
  const believe = async ({ text = '', signature }: KeptAnswer): Promise<Policy | undefined> => {
    const isSigned =
      !policyKey || (signature && (await platform.verify(text, signature, policyKey).catch(() => false)))
    return isSigned ? parsePolicy(text, practices, origin) : undefined
  }
  let stored: string | undefined
  let kept: KeptAnswer | undefined
  let policy: Policy | undefined
  let verified: Promise<void> | undefined
  const keep = (answer: KeptAnswer): void => {
    kept = answer
    const text = JSON.stringify(answer, KEPT_KEYS)
    const isNew = text !== shared.get(name)
    stored = text
    shared.set(name, text)
    if (isNew) onChange()
  }
  /** What is kept goes on telling which policies are older. */
  const refuse = (): void => {
    count('policy-refused')
    keep({ ...kept, state: 'refused' })
  }
  const isRefused = (): boolean => !policy || kept?.state !== undefined
  const verify = async (answer: KeptAnswer): Promise<void> => {
    const believed = await believe(answer)
    if (kept !== answer) return
    policy = believed
    if (isRefused()) refuse()
  }
  const look = (): void => {
    const text = shared.get(name)
    if (text === stored) return
    stored = text
    kept = text === undefined ? undefined : { ...(parseJson(text) as KeptAnswer) }
    policy = kept && parsePolicy(kept.text, practices, origin)
    verified = kept && verify(kept)
  }
  return {
    read: () => {
      look()
      return kept && (isRefused() ? strictestOf(practices) : policy)
    },
    etag: async () => {
      look()
      await verified
      // A 304 would say nothing of what was refused: a good policy has to come whole.
      return isRefused() ? undefined : kept?.etag
    },
    take: async (answer) => {
      const next = await believe(answer)
      look()
      if (!next) refuse()
      else if (next.revision < (policy?.revision ?? 0)) count('policy-older')
      else {
        policy = next
        keep(answer)
      }
    },
  }
}
