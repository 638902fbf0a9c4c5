import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { CandorError } from '@candor/practices'
import { requirePrivate } from '../private-file.js'

const LEAST_LENGTH = 16
const TOKEN_BYTES = 24

/** Written beside and renamed, so that a crash leaves no half-written token. */
const makeToken = (path: string): void => {
  writeFileSync(`${path}.new`, `${randomBytes(TOKEN_BYTES).toString('base64url')}\n`, {
    mode: 0o600,
    flush: true,
  })
  renameSync(`${path}.new`, path)
}

/**
 * The operator token of a file (mode 0600); made at random where there is none yet. Throws CANDOR_KEYRING_UNUSABLE where
 * others may read it, or where it has fewer than 16 characters.
 */
export const readOperatorToken = (path: string): string => {
  if (!existsSync(path)) makeToken(path)
  requirePrivate(path)
  const token = readFileSync(path, 'utf8').trim()
  if (token.length < LEAST_LENGTH)
    throw new CandorError('CANDOR_KEYRING_UNUSABLE', { fault: 'damaged', path })
  return token
}
