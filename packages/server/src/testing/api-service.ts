import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import type { AccountRole } from '../api/contract/access.js'
import { requireContract } from '../api/testing/require-contract.js'
import type { ServiceOptions } from '../options.js'
import { createService, type Service } from '../service.js'

/** What a request is made with. */
export interface AskOptions {
  /** The cookies of a session. */
  readonly cookie?: string
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What was answered, as a test reads it. */
export interface Asked {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly code: unknown
  readonly headers: Headers
  /** The cookies that were set, as a browser sends them back. */
  readonly cookie: string
}

/** A service with an API to test. */
export interface ApiService {
  readonly url: string
  readonly folder: string
  readonly operatorToken: string
  readonly service: Service
  readonly ask: (method: string, path: string, options?: AskOptions) => Promise<Asked>
  /** Makes an account with a role and answers the cookies of its session. */
  join(role: AccountRole, organisation?: string): Promise<string>
  close(): Promise<void>
}

/** The password of every account of a test. */
export const PASSWORD = 'correct horse battery staple'

const parse = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}

const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .filter((each) => !/max-age=0/i.test(each))
    .map((each) => each.split(';', 1)[0])
    .join('; ')

const asker =
  (url: () => string) =>
  async (method: string, path: string, options: AskOptions = {}): Promise<Asked> => {
    const { cookie, token, body, headers } = options
    const response = await fetch(`${url()}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie !== undefined && { cookie, origin: url() }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const answered = parse(text)
    const { status, headers: got } = response
    requireContract({ method, path, status, mediaType: got.get('content-type') ?? '', text })
    return { status, body: answered, code: answered['code'], headers: got, cookie: cookieOf(got) }
  }

/** Starts a service whose control plane is at a place. */
export const startApiService = async (
  control: string | undefined,
  options: Partial<ServiceOptions> = {},
): Promise<ApiService> => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-api-'))
  const service = await createService({
    dataFolder: folder,
    port: 0,
    products: [{ practices: skypeTeams, keys: ['demo'] }],
    groupMinimum: 5,
    ...(control !== undefined && { control }),
    ...options,
  })
  const operatorToken = readFileSync(join(folder, 'operator-token'), 'utf8').trim()
  const ask = asker(() => service.url)
  let people = 0
  return {
    url: service.url,
    folder,
    operatorToken,
    service,
    ask,
    join: async (role, organisation) => {
      people += 1
      const email = `person${people}@example.com`
      const invitation = { email, role, organisation: organisation ?? null }
      const invited = await ask('POST', '/api/invitations', { token: operatorToken, body: invitation })
      const token = String(invited.body['link']).split('#')[1]
      const body = { token, name: `Person ${people}`, password: PASSWORD }
      const headers = { 'x-forwarded-for': `198.51.100.${people}` }
      const accepted = await ask('POST', '/api/invitation/acceptance', { body, headers })
      if (accepted.status !== 201) throw new Error(`${accepted.status} ${String(accepted.code)}`)
      return accepted.cookie
    },
    close: async () => {
      await service.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
