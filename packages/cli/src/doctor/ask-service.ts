import { request } from 'node:http'
import { request as secureRequest } from 'node:https'

/** A status and a body. */
export interface ServiceAnswer {
  readonly status: number
  readonly body: string
}

const PATIENCE_MILLIS = 3000

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * Gets an address of the service; undefined where nothing answers within three seconds. On this machine the
 * certificate is not checked, since it is for the name by which others know the service.
 */
export const askService = (
  url: URL,
  headers: Readonly<Record<string, string>> = {},
): Promise<ServiceAnswer | undefined> =>
  new Promise((resolve) => {
    const isHere = LOOPBACK.has(url.hostname)
    const options = { headers, agent: false, timeout: PATIENCE_MILLIS } as const
    const asked =
      url.protocol === 'https:'
        ? secureRequest(url, { ...options, rejectUnauthorized: !isHere })
        : request(url, options)
    const giveUp = (): void => {
      asked.destroy()
      resolve(undefined)
    }
    asked.on('timeout', giveUp).on('error', giveUp)
    asked.on('response', (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body })).on('error', giveUp)
    })
    asked.end()
  })
