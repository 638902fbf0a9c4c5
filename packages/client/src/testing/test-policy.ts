import type { IncomingMessage, ServerResponse } from 'node:http'

/** The policy endpoint of the test service. */
export interface TestPolicy {
  readonly requests: readonly { readonly url: URL; readonly etag: string | undefined }[]
  readonly answer: (url: URL, request: IncomingMessage, response: ServerResponse) => void
  /** The settings from now on; undefined: the policy is not answered (503). */
  readonly setSettings: (settings: Readonly<Record<string, unknown>> | undefined) => void
  /** Goes back to an older policy, as a stale cache would. */
  readonly goBack: (revisions: number) => void
}

/** Begins with a policy that sets nothing. */
export const createTestPolicy = (): TestPolicy => {
  const requests: { url: URL; etag: string | undefined }[] = []
  let settings: Readonly<Record<string, unknown>> | undefined = {}
  let revision = 0
  return {
    requests,
    answer: (url, request, response) => {
      const etag = request.headers['if-none-match']
      requests.push({ url, etag })
      const isKnown = etag === `"${revision}"`
      const [org, pool] = ['org', 'pool'].map((name) => url.searchParams.get(name) ?? '')
      if (settings === undefined || isKnown) response.writeHead(isKnown ? 304 : 503).end()
      else {
        response.setHeader('etag', `"${revision}"`)
        response.end(JSON.stringify({ product: 'skype-teams', revision, org, pool, settings }))
      }
    },
    setSettings: (next) => {
      settings = next
      revision += 1
    },
    goBack: (revisions) => {
      revision -= revisions
    },
  }
}
