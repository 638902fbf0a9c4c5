import { isObject, POLICY_SIGNATURE_HEADER, type Policy } from '@candor/practices'

import type { Client, KeptAnswer, KnownPolicy, PolicyInForce } from './client.js'
import type { EnvelopeHead } from './kept-report.js'
import { parseObject } from './parse-json.js'
import { ask } from './transport.js'

/** How often the policy is asked for, and how long an answer counts, in milliseconds: 15 minutes. */
export const POLICY_MILLIS = 900_000

type Origin = Pick<EnvelopeHead, 'org' | 'pool'>

/** The policy in a text; undefined where it is none of that product and origin. */
const parsePolicy = (
  { practices }: Client,
  { origin: { org = '', pool = '' } }: KnownPolicy,
  text: string | undefined,
): Policy | undefined => {
  const policy = parseObject<Policy>(text)
  const isPolicy =
    isObject(policy.settings) &&
    Number.isInteger(policy.revision) &&
    policy.product === practices.product &&
    policy.org === org &&
    policy.pool === pool
  return isPolicy ? (policy as Policy) : undefined
}

/** The policy of an answer, where its signature is right or none is asked for. */
const believe = async (
  client: Client,
  known: KnownPolicy,
  { text = '', signature }: KeptAnswer,
): Promise<Policy | undefined> => {
  const { policyKey } = client.options
  const isSigned =
    !policyKey || (signature && (await client.platform.verify(text, signature, policyKey).catch(() => false)))
  return isSigned ? parsePolicy(client, known, text) : undefined
}

const keep = ({ device, changed }: Client, known: KnownPolicy, answer: KeptAnswer): void => {
  known.kept = answer
  known.stored = JSON.stringify(answer)
  if (known.stored === device.get(known.name)) return
  device.set(known.name, known.stored)
  changed()
}

const isRefused = ({ policy, kept }: KnownPolicy): boolean => !policy || !!kept.state

/** What is kept goes on telling which policies are older. */
const refuse = (client: Client, known: KnownPolicy): void => {
  client.count('policy-refused')
  keep(client, known, { ...known.kept, state: 'refused' })
}

const verify = async (client: Client, known: KnownPolicy): Promise<void> => {
  const { kept } = known
  const believed = await believe(client, known, kept)
  // Meanwhile another one may have come.
  if (known.kept !== kept) return
  known.policy = believed
  if (isRefused(known)) refuse(client, known)
}

/**
 * The policy of an origin, read anew where another one is kept: at the start, and when another instance was answered. It begins
 * to be verified then.
 */
const look = (client: Client, { org, pool }: Origin): KnownPolicy => {
  const { policies, device } = client
  const name = `policy.${[org, pool].map((part = '') => encodeURIComponent(part)).join('~')}`
  const known = policies.get(name) ?? { origin: { org, pool }, name, kept: {}, askedMillis: -Infinity }
  policies.set(name, known)
  const text = device.get(name)
  if (text !== known.stored) {
    known.stored = text
    known.kept = parseObject(text)
    known.policy = parsePolicy(client, known, known.kept.text)
    known.verified = text === undefined ? undefined : verify(client, known)
  }
  return known
}

/** Takes an answer: a good one counts at once, an older one does not, and any other makes the strictest count. */
const take = async (client: Client, known: KnownPolicy, answer: KeptAnswer): Promise<void> => {
  const next = await believe(client, known, answer)
  look(client, known.origin)
  if (!next) return refuse(client, known)
  if (next.revision < (known.policy?.revision ?? 0)) return client.count('policy-older')
  known.policy = next
  keep(client, known, answer)
}

/** Settings that are malformed for every control that the service holds, so that each counts as the strictest. */
const strictestOf = ({ practices }: Client): PolicyInForce => {
  const settings: Record<string, unknown> = {}
  for (const [name, { heldBy }] of Object.entries(practices.controls))
    if (heldBy === 'service') settings[name] = 'policy-refused'
  return { settings }
}

/**
 * The policy of an origin as it was last answered, in this run or an earlier one; the strictest where that was refused, and
 * undefined where nothing is known. A kept policy counts for recording while it is being verified.
 */
export const readPolicy = (client: Client, origin: Origin): PolicyInForce | undefined => {
  const known = look(client, origin)
  if (known.stored === undefined) return undefined
  return isRefused(known) ? strictestOf(client) : known.policy
}

const isOld = ({ platform, options }: Client, sinceMillis: number): boolean =>
  Math.abs(platform.now() - sinceMillis) >= (options.policyMillis ?? POLICY_MILLIS)

/** Whether reports may go without asking: this run has an answer that is young enough. */
export const isPolicyFresh = (client: Client, origin: Origin): boolean =>
  !!readPolicy(client, origin) && !isOld(client, look(client, origin).askedMillis)

/** Kept over restarts: a page may be closed sooner than the wait is over. */
const failedKey = ({ name }: KnownPolicy): string => `${name}.failed`

const askOnce = async (client: Client, known: KnownPolicy): Promise<void> => {
  const { device, platform } = client
  await known.verified
  // A 304 would say nothing of what was refused: a good policy has to come whole.
  const etag = isRefused(known) ? undefined : known.kept.etag
  const answer = await ask(client, { path: '/v1/policy', query: known.origin, etag })
  known.askedMillis = platform.now()
  if (!answer || answer === 'aborted') return
  const { status, text, read } = answer
  if (status === 200)
    await take(client, known, { etag: read('etag'), text, signature: read(POLICY_SIGNATURE_HEADER) })
  else if (known.stored === undefined && !device.get(failedKey(known)))
    device.set(failedKey(known), String(known.askedMillis))
}

/** Asks the service. Its answer counts at once; where it does not answer, what is kept goes on counting. */
export const askPolicy = (client: Client, origin: Origin): Promise<void> => {
  const known = look(client, origin)
  known.asking ??= askOnce(client, known).finally(() => {
    known.asking = undefined
  })
  return known.asking
}

/**
 * Asks where this run has no answer that is young enough. Resolves to whether reports may go: under a policy, or under
 * the defaults where the service has answered with nothing but errors for as long as an answer counts.
 */
export const isPolicyReady = async (client: Client, origin: Origin): Promise<boolean> => {
  if (!isPolicyFresh(client, origin)) await askPolicy(client, origin)
  const known = look(client, origin)
  return known.stored !== undefined || isOld(client, Number(client.device.get(failedKey(known))))
}
