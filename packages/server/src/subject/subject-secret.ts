import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { CandorError } from '@candor/practices'
import { requirePrivate } from '../private-file.js'
import { replaceFile } from '../replace-file.js'

/** Keeps ids of subjects out of the control plane: what must be recognised is a keyed fingerprint, what must be worked on is sealed. */
export interface SubjectSecret {
  /** The first 128 bits of HMAC-SHA-256, as base64url. */
  fingerprint(text: string): string
  /** AES-256-GCM under a random nonce, as base64url. */
  seal(text: string): string
  /** The text in what `seal` made. Throws CANDOR_KEYRING_UNUSABLE where the secret is another one. */
  open(sealed: string): string
}

const SECRET_BYTES = 32
const FINGERPRINT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'

const readSecret = async (path: string): Promise<Buffer> => {
  if (!existsSync(path)) {
    const made = `${randomBytes(SECRET_BYTES).toString('base64url')}\n`
    await replaceFile(path, (text) => text ?? made)
  }
  requirePrivate(path)
  const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
  if (secret.length === SECRET_BYTES) return secret
  throw new CandorError('CANDOR_KEYRING_UNUSABLE', { fault: 'damaged', path })
}

/** Opens the secret of a file (32 bytes as base64url, mode 0600); made at random where there is none yet. */
export const openSubjectSecret = async (path: string): Promise<SubjectSecret> => {
  const secret = await readSecret(path)
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `candor subject ${use}`, SECRET_BYTES))
  const [fingerprintKey, sealKey] = [derive('fingerprint'), derive('seal')]
  return {
    fingerprint: (text) =>
      createHmac('sha256', fingerprintKey)
        .update(text)
        .digest()
        .subarray(0, FINGERPRINT_BYTES)
        .toString('base64url'),
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, sealKey, nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open: (text) => {
      const bytes = Buffer.from(text, 'base64url')
      try {
        const decipher = createDecipheriv(CIPHER, sealKey, bytes.subarray(0, NONCE_BYTES))
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
        const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
        return Buffer.concat([opened, decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new CandorError(
          'CANDOR_KEYRING_UNUSABLE',
          { fault: 'not the secret it was sealed with', path },
          { cause },
        )
      }
    },
  }
}
