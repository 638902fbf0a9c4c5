import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { CandorError } from '@candor/practices'
import { readTlsFiles } from '@candor/server/tls'
import { ok, problem, warning, type Check, type Found, type Scene } from './finding.js'

const DAY_MILLIS = 86_400_000
const SOON_DAYS = 14

const checkTls = ({ configuration: { tlsCert, tlsKey }, nowMillis }: Scene): readonly Found[] => {
  if (tlsCert === undefined || tlsKey === undefined) return []
  try {
    readTlsFiles({ certPath: tlsCert, keyPath: tlsKey })
  } catch (error) {
    if (!(error instanceof CandorError)) throw error
    return [problem(error.message, 'Give files that fit each other; the key with mode 0600.')]
  }
  const { validFrom, validTo } = new X509Certificate(readFileSync(tlsCert))
  const wayOut = 'Renew the certificate; the service reads it again by itself.'
  const days = Math.floor((Date.parse(validTo) - nowMillis) / DAY_MILLIS)
  if (Date.parse(validFrom) > nowMillis)
    return [problem(`The certificate begins on ${validFrom}`, "Set the machine's clock, or wait.")]
  if (days < 0) return [problem(`The certificate ended on ${validTo}`, wayOut)]
  return [
    days < SOON_DAYS
      ? warning(`The certificate ends in ${days} days`, wayOut)
      : ok(`The certificate is valid for ${days} days`),
  ]
}

/** What is checked of TLS. */
export const TLS_CHECK: Check = { name: 'tls', run: checkTls }
