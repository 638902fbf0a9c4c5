import { ERRORS } from '@candor/practices'

import type { Send } from '../api/api.js'
import { FAKE_ANSWERS } from './fake-answers.js'
import type { FakeWorld } from './fake-world.js'

const OPEN = /^\/(?:api\/(?:session|invitation)|practices\.json)/

const parse = (text: string): Readonly<Record<string, unknown>> =>
  text === '' ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>)

const json = (status: number, value: unknown): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })

const problem = (code: keyof typeof ERRORS, current?: unknown): Response => {
  const { status, title, remedy } = ERRORS[code]
  return json(status, {
    type: `urn:candor:error:${code}`,
    title: title.en,
    status,
    code,
    remedy: remedy.en,
    current,
  })
}

const patternOf = (route: string): RegExp => new RegExp(`^${route.replaceAll(/\{\w+\}/g, '([^/]+)')}$`)

/** A service in memory that answers by the contract, as far as the pages ask. */
export const createFakeApi =
  (world: FakeWorld): Send =>
  async (request) => {
    const { pathname, searchParams: query } = new URL(request.url)
    const asked = `${request.method} ${pathname}`
    if (world.account === null && !OPEN.test(pathname)) return problem('CANDOR_TOKEN_REFUSED')
    const found = Object.entries(FAKE_ANSWERS).find(([route]) => patternOf(route).test(asked))
    if (found === undefined) return problem('CANDOR_NOT_FOUND')
    const [route, handle] = found
    const params = (patternOf(route).exec(asked) ?? []).slice(1).map(decodeURIComponent)
    const match = /"(\d+)"/.exec(request.headers.get('if-match') ?? '')
    const revision = match === null ? undefined : Number(match[1])
    const answer = handle({ world, query, body: parse(await request.text()), revision, params })
    if ('code' in answer) return problem(answer.code, answer.current)
    return answer.value === undefined
      ? new Response(null, { status: answer.status })
      : json(answer.status, answer.value)
  }
