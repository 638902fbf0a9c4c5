import { generateKeyPairSync, sign } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { POLICY_SIGNATURE_HEADER } from '@candor/practices'

/** The body of a policy's answer and its signature. */
export interface SignedBody {
  readonly text: string
  readonly signature: string | undefined
}

/** The policy endpoint of the test service. */
export interface TestPolicy {
  readonly requests: readonly { readonly url: URL; readonly etag: string | undefined }[]
  readonly answer: (url: URL, request: IncomingMessage, response: ServerResponse) => void
  /** The settings from now on; undefined: the policy is not answered (503). */
  readonly setSettings: (settings: Readonly<Record<string, unknown>> | undefined) => void
  /** Goes back to an older policy, as a stale cache would. */
  readonly goBack: (revisions: number) => void
  /** The public key of the signatures, as base64url. */
  readonly policyKey: string
  /** Changes answers on their way; undefined stops that. */
  readonly distort: (change: ((body: SignedBody) => SignedBody) | undefined) => void
}

const createSigner = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    policyKey: publicKey.export({ format: 'jwk' }).x ?? '',
    sign: (text: string): string => sign(undefined, Buffer.from(text), privateKey).toString('base64url'),
  }
}

/** Begins with a policy that sets nothing. */
export const createTestPolicy = (product: string): TestPolicy => {
  const requests: { url: URL; etag: string | undefined }[] = []
  const signer = createSigner()
  let settings: Readonly<Record<string, unknown>> | undefined = {}
  let revision = 0
  let change = (body: SignedBody): SignedBody => body
  return {
    requests,
    policyKey: signer.policyKey,
    answer: (url, request, response) => {
      const etag = request.headers['if-none-match']
      requests.push({ url, etag })
      const isKnown = etag === `"${revision}"`
      const [org, pool] = ['org', 'pool'].map((name) => url.searchParams.get(name) ?? '')
      if (settings === undefined || isKnown) {
        response.writeHead(isKnown ? 304 : 503).end()
        return
      }
      const body = JSON.stringify({ product, revision, org, pool, settings })
      const { text, signature } = change({ text: body, signature: signer.sign(body) })
      response.setHeader('etag', `"${revision}"`)
      if (signature !== undefined) response.setHeader(POLICY_SIGNATURE_HEADER, signature)
      response.end(text)
    },
    setSettings: (next) => {
      settings = next
      revision += 1
    },
    goBack: (revisions) => {
      revision -= revisions
    },
    distort: (next) => {
      change = next ?? ((body) => body)
    },
  }
}
