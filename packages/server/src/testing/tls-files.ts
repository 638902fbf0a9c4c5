import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TlsFiles } from '../http/tls.js'

/** Whether certificates can be made here. */
export const hasOpenssl = (): boolean => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Makes a self-signed certificate for localhost, with a name that tells it from others, in a folder. */
export const makeTlsFiles = (folder: string, name: string): TlsFiles => {
  mkdirSync(folder, { recursive: true })
  const files = { certPath: join(folder, `${name}-cert.pem`), keyPath: join(folder, `${name}-key.pem`) }
  const kind = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30'.split(' ')
  const names = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost']
  execFileSync('openssl', [...kind, ...names, '-keyout', files.keyPath, '-out', files.certPath], {
    stdio: 'ignore',
  })
  chmodSync(files.keyPath, 0o600)
  return files
}
