import { statSync } from 'node:fs'
import { CandorError } from '@candor/practices'

const OTHERS_MAY_READ = 0o077

/** Throws CANDOR_KEYRING_UNUSABLE where a file that holds a secret may be read by others than its owner. */
export const requirePrivate = (path: string): void => {
  if ((statSync(path).mode & OTHERS_MAY_READ) === 0) return
  throw new CandorError('CANDOR_KEYRING_UNUSABLE', { fault: 'others may read it', path })
}
