import { isObject, type DevicePractices, type Policy } from '@candor/practices'

import type { CandorOptions } from './candor-options.js'
import type { Device } from './device.js'
import type { Count } from './diagnostics.js'
import type { EnvelopeHead } from './kept-report.js'
import { parseJson } from './parse-json.js'
import type { Platform } from './platform.js'

/** What decisions take from a policy. */
export type PolicyInForce = Pick<Policy, 'settings' | 'meeting'>

/** What is kept of an answer. */
const KEPT_KEYS = ['etag', 'text', 'signature', 'state']

/** Whose policy it is. */
export type Origin = Pick<EnvelopeHead, 'org' | 'pool'>

/** A policy as it was answered; what is spoilt in the storage may have nothing of it. */
interface KeptAnswer {
  readonly etag?: string | null
  /** The exact text, which was signed. */
  readonly text?: string
  /** As base64url. */
  readonly signature?: string | null
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

/** The policy in a text; undefined where it is none of that product and origin. */
const parsePolicy = (
  text: string | undefined,
  { product }: DevicePractices,
  { org = '', pool = '' }: Origin,
): Policy | undefined => {
  const body = parseJson(text)
  const isPolicy =
    isObject(body) &&
    isObject(body['settings']) &&
    Number.isInteger(body['revision']) &&
    body['product'] === product &&
    body['org'] === org &&
    body['pool'] === pool
  return isPolicy ? (body as unknown as Policy) : undefined
}

/** Answers with the policy in a text, where its signature is right or none is asked for. */
const createBelief =
  ({ options: { practices, policyKey }, platform }: KeptPolicyParts, origin: Origin) =>
  async ({ text = '', signature }: KeptAnswer): Promise<Policy | undefined> => {
    const isSigned =
      !policyKey || (signature && (await platform.verify(text, signature, policyKey).catch(() => false)))
    return isSigned ? parsePolicy(text, practices, origin) : undefined
  }

/** The answer that is kept under a name, which another instance may change. */
const createKeptAnswer = (name: string, { storage, onChange }: KeptPolicyParts) => {
  let stored: string | undefined
  let kept: KeptAnswer | undefined
  return {
    kept: () => kept,
    keep: (answer: KeptAnswer): void => {
      kept = answer
      stored = JSON.stringify(answer, KEPT_KEYS)
      if (stored === storage.get(name)) return
      storage.set(name, stored)
      onChange()
    },
    /** Reads it again; `isNew` is called where it is another one. */
    look: (isNew: () => void): void => {
      const text = storage.get(name)
      if (text === stored) return
      stored = text
      kept = text === undefined ? undefined : { ...(parseJson(text) as KeptAnswer) }
      isNew()
    },
  }
}

/**
 * The policy of an origin that is kept under a name. It is read anew, and begins to be verified, whenever its text is
 * another one: at the start, and when another instance was answered.
 */
export const createKeptPolicy = (name: string, origin: Origin, parts: KeptPolicyParts): KeptPolicy => {
  const { options, count } = parts
  const believe = createBelief(parts, origin)
  const { kept, keep, look } = createKeptAnswer(name, parts)
  let policy: Policy | undefined
  let verified: Promise<void> | undefined
  const isRefused = (): boolean => !policy || kept()?.state !== undefined
  /** What is kept goes on telling which policies are older. */
  const refuse = (): void => {
    count('policy-refused')
    keep({ ...kept(), state: 'refused' })
  }
  const verify = async (answer: KeptAnswer): Promise<void> => {
    const believed = await believe(answer)
    // Meanwhile another one may have come.
    if (kept() !== answer) return
    policy = believed
    if (isRefused()) refuse()
  }
  const begin = (): void => {
    const answer = kept()
    policy = answer && parsePolicy(answer.text, options.practices, origin)
    verified = answer && verify(answer)
  }
  return {
    read: () => {
      look(begin)
      return kept() && (isRefused() ? strictestOf(options.practices) : policy)
    },
    etag: async () => {
      look(begin)
      await verified
      // A 304 would say nothing of what was refused: a good policy has to come whole.
      return isRefused() ? undefined : kept()?.etag
    },
    take: async (answer) => {
      const next = await believe(answer)
      look(begin)
      if (!next) return refuse()
      if (next.revision < (policy?.revision ?? 0)) return count('policy-older')
      policy = next
      keep(answer)
    },
  }
}
