import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { CandorError } from '@candor/practices'
import type { FastifyRequest } from 'fastify'

/** Checks that a request bears the operator token; throws CANDOR_TOKEN_REFUSED where it does not. */
export type RequireOperator = (request: FastifyRequest) => Promise<void>

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Makes the check of the operator token; tokens are compared in constant time. */
export const createRequireOperator = (token: string): RequireOperator => {
  const expected = digest(token)
  return async (request) => {
    const [scheme = '', given = ''] = (request.headers.authorization ?? '').split(' ', 2)
    const isRight = timingSafeEqual(digest(given), expected)
    if (scheme.toLowerCase() !== 'bearer' || !isRight) throw new CandorError('CANDOR_TOKEN_REFUSED')
  }
}

/** The operator token of a file (mode 0600); made at random where there is none yet. */
export const readOperatorToken = (path: string): string => {
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  return readFileSync(path, 'utf8').trim()
}
