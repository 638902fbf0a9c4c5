import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { CandorError } from '@candor/practices'
import { requirePrivate } from './private-file.js'

/** Signs policies and receipts (Ed25519, RFC 8032), each with a key of its own, so that who has the public key believes no other. */
export interface Signer {
  /** The signature of a text's UTF-8 bytes, as base64url. */
  sign(text: string): string
  /** The public key, 32 bytes as base64url. */
  readonly publicKey: string
}

const readKey = (path: string): KeyObject => {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  requirePrivate(path)
  try {
    return createPrivateKey(readFileSync(path))
  } catch (cause) {
    throw new CandorError('CANDOR_KEYRING_UNUSABLE', { fault: 'damaged', path }, { cause })
  }
}

/** Opens the signing key of a file (PEM, mode 0600); made where there is none yet. */
export const openSigner = (path: string): Signer => {
  const key = readKey(path)
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return {
    publicKey: x,
    sign: (text) => sign(undefined, Buffer.from(text), key).toString('base64url'),
  }
}
