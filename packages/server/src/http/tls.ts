import { readFileSync, statSync } from 'node:fs'
import { createSecureContext, type SecureContextOptions } from 'node:tls'
import { CandorError } from '@candor/practices'

/** The files of TLS, as PEM. */
export interface TlsFiles {
  readonly certPath: string
  /** Its owner's alone: mode 0600 or 0400. */
  readonly keyPath: string
}

const OTHERS_MAY_READ = 0o077

const unusable = (key: 'tlsCert' | 'tlsKey', path: string, fault: string): CandorError =>
  new CandorError('CANDOR_CONFIGURATION_INVALID', { key, path, fault })

const readPem = (key: 'tlsCert' | 'tlsKey', path: string): Buffer => {
  try {
    return readFileSync(path)
  } catch (error) {
    throw unusable(key, path, (error as NodeJS.ErrnoException).code ?? 'it cannot be read')
  }
}

/** Reads and checks the files. Throws CANDOR_CONFIGURATION_INVALID, naming the key, where they cannot be used. */
export const readTlsFiles = ({ certPath, keyPath }: TlsFiles): SecureContextOptions => {
  const cert = readPem('tlsCert', certPath)
  const key = readPem('tlsKey', keyPath)
  if ((statSync(keyPath).mode & OTHERS_MAY_READ) !== 0)
    throw unusable('tlsKey', keyPath, 'others may read it; set its mode to 0600')
  const options = { cert, key, minVersion: 'TLSv1.2' } as const
  try {
    createSecureContext(options)
  } catch {
    throw unusable('tlsKey', keyPath, 'the key and the certificate are no PEM files that fit each other')
  }
  return options
}

const looksOf = (paths: readonly string[]): string =>
  paths
    .map((path) => {
      const { ino, mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? {}
      return [ino, mtimeMs, size].join()
    })
    .join(';')

/** Between two looks at the files, in milliseconds. */
const LOOK_MILLIS = 5000

/** Looks at the files every five seconds and says when one has changed. Returns the way to stop. */
export const followTlsFiles = ({ certPath, keyPath }: TlsFiles, onChange: () => void): (() => void) => {
  let seen = looksOf([certPath, keyPath])
  const timer = setInterval(() => {
    const looks = looksOf([certPath, keyPath])
    if (looks === seen) return
    seen = looks
    onChange()
  }, LOOK_MILLIS)
  timer.unref()
  return () => clearInterval(timer)
}
