import { fromBase64Url } from './base64-url.js'

/** Ed25519 (RFC 8032) by WebCrypto. It rejects outside a secure context and where the browser does not know it. */
export const verify = async (text: string, signature: string, publicKey: string): Promise<boolean> => {
  const key = await crypto.subtle.importKey('raw', fromBase64Url(publicKey), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, fromBase64Url(signature), new TextEncoder().encode(text))
}
