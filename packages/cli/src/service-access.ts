import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CandorError, type ErrorCode, ERRORS } from '@candor/practices'
import { textOf, type Environment } from './environment.js'

/** Where a service answers, and the token that opens it. */
export interface ServiceAccess {
  /** Without a slash at the end. */
  readonly url: string
  readonly token: string
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** The address of the service: the one that is given, CANDOR_URL, or the one on PORT of this machine. Throws CANDOR_CONFIGURATION_INVALID where it is none. */
export const serviceUrl = (environment: Environment, given: string | undefined): string => {
  const url =
    given ?? textOf(environment, 'CANDOR_URL', `http://127.0.0.1:${textOf(environment, 'PORT', '8787')}`)
  if (!URL.canParse(url) || !/^https?:/i.test(url))
    throw new CandorError('CANDOR_CONFIGURATION_INVALID', { url, expected: 'an http or https address' })
  return url.replace(/\/+$/, '')
}

/** The token of this machine's data folder opens this machine's service; it must not be sent to another one. */
const tokenOf = (environment: Environment, url: string): string => {
  const given = environment['CANDOR_TOKEN']
  if (given !== undefined && given !== '') return given
  if (!LOOPBACK.has(new URL(url).hostname))
    throw new CandorError('CANDOR_TOKEN_REFUSED', {
      url,
      expected: 'CANDOR_TOKEN, since it is not on this machine',
    })
  const path = join(textOf(environment, 'CANDOR_DATA', './data'), 'operator-token')
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new CandorError('CANDOR_TOKEN_REFUSED', { path, expected: 'CANDOR_TOKEN or this file' }, { cause })
  }
}

/** The service that commands talk to, as an operator: CANDOR_TOKEN, or the operator token of CANDOR_DATA. Throws CANDOR_TOKEN_REFUSED where there is none. */
export const serviceAccess = (environment: Environment, given: string | undefined): ServiceAccess => {
  const url = serviceUrl(environment, given)
  return { url, token: tokenOf(environment, url) }
}

/** The headers that open the service to an operator. */
export const operatorHeaders = ({ token }: ServiceAccess): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${token}`,
})

/** The coded error of an answer that refuses; CANDOR_INTERNAL where it names none that is known here. */
export const errorOf = async (response: Response): Promise<CandorError> => {
  const { code, detail = '' } = ((await response.json().catch(() => null)) ?? {}) as {
    readonly code?: string
    readonly detail?: string
  }
  const known = code !== undefined && Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : 'CANDOR_INTERNAL'
  return new CandorError(known, { status: response.status, ...(detail !== '' && { detail }) })
}
