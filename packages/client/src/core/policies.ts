import type { Policy } from '@candor/practices'

import type { Count } from './diagnostics.js'
import { isObject } from './is-object.js'
import type { EnvelopeHead } from './kept-report.js'
import { parseJson } from './parse-json.js'
import type { Platform } from './platform.js'
import type { Transport } from './transport.js'

/** Whose policy it is. */
type Origin = Pick<EnvelopeHead, 'org' | 'pool'>

interface KeptPolicy {
  readonly etag: string | null
  readonly policy: Policy
}

/** The policies of the organisation and of the pools whose meetings were joined. */
export interface Policies {
  /** The policy as it was last answered, in this run or an earlier one. */
  read(origin: Origin): Policy | undefined
  /** Asks the service. Its answer counts at once; where it does not answer, what is kept goes on counting. */
  ask(origin: Origin): Promise<void>
  /** Asks where this run has no answer that is young enough. Resolves to whether a policy is known. */
  ready(origin: Origin): Promise<boolean>
}

interface Parts {
  readonly product: string
  readonly platform: Platform
  readonly transport: Transport
  /** How long an answer counts, in milliseconds. */
  readonly maxAgeMillis: number
  readonly hash: (text: string) => string
  readonly count: Count
  readonly onChange: () => void
}

const keyOf = ({ org, pool }: Origin, hash: Parts['hash']): string =>
  `policy.${hash(JSON.stringify([org, pool]))}`

/** Whether a body is the policy of a product and an origin, and not older than one that is kept. */
const isPolicy = (
  body: unknown,
  product: string,
  { org = '', pool = '' }: Origin,
  before?: Policy,
): body is Policy =>
  isObject(body) &&
  isObject(body['settings']) &&
  body['product'] === product &&
  body['org'] === org &&
  body['pool'] === pool &&
  Number(body['revision']) >= (before?.revision ?? 0)

/** Keeps the policies, so that they count offline too. */
export const createPolicies = (parts: Parts): Policies => {
  const { product, platform, transport, maxAgeMillis, hash, count, onChange } = parts
  const { storage, now } = platform
  const known = new Map<string, KeptPolicy | undefined>()
  const askedAt = new Map<string, number>()
  const asking = new Map<string, Promise<void>>()
  const kept = (key: string): KeptPolicy | undefined => {
    if (!known.has(key)) known.set(key, parseJson(storage.get(key)) as KeptPolicy | undefined)
    return known.get(key)
  }
  const keep = (key: string, policy: KeptPolicy): void => {
    const text = JSON.stringify(policy)
    const isNew = text !== storage.get(key)
    known.set(key, policy)
    storage.set(key, text)
    if (isNew) onChange()
  }
  const askOnce = async (key: string, { org, pool }: Origin): Promise<void> => {
    const before = kept(key)
    const answer = await transport.ask({ path: '/v1/policy', query: { org, pool }, etag: before?.etag })
    asking.delete(key)
    askedAt.set(key, now())
    if (!answer || answer === 'aborted' || answer.status !== 200) return
    const { etag, body } = answer
    if (isPolicy(body, product, { org, pool }, before?.policy)) keep(key, { etag, policy: body })
    else count('policy-refused')
  }
  const ask = (origin: Origin): Promise<void> => {
    const key = keyOf(origin, hash)
    const asked = asking.get(key) ?? askOnce(key, origin)
    asking.set(key, asked)
    return asked
  }
  return {
    read: (origin) => kept(keyOf(origin, hash))?.policy,
    ask,
    ready: async (origin) => {
      const key = keyOf(origin, hash)
      const age = now() - (askedAt.get(key) ?? -Infinity)
      if (!kept(key) || !(age >= 0 && age < maxAgeMillis)) await ask(origin)
      return kept(key) !== undefined
    },
  }
}
