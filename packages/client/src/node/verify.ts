import { createPublicKey, verify as verifySignature } from 'node:crypto'

/** Ed25519 (RFC 8032) by Node. It rejects a key that is none. */
export const verify = async (text: string, signature: string, publicKey: string): Promise<boolean> => {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  return verifySignature(undefined, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
}
