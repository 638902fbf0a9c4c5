import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { CandorError, type Localised } from '@candor/practices'
import { readTlsFiles } from '@candor/server/tls'
import { ok, problem, toldBy, warning, type Check, type Found, type Scene } from './finding.js'

const DAY_MILLIS = 86_400_000
const SOON_DAYS = 14

const FITTING_FILES: Localised = {
  en: 'Give files that fit each other; the key with mode 0600.',
  es: 'Indique archivos que se correspondan; la clave con modo 0600.',
}

const RENEW: Localised = {
  en: 'Renew the certificate; the service reads it again by itself.',
  es: 'Renueve el certificado; el servicio lo vuelve a leer por sí mismo.',
}

const checkTls = ({ configuration: { tlsCert, tlsKey }, nowMillis }: Scene): readonly Found[] => {
  if (tlsCert === undefined || tlsKey === undefined) return []
  try {
    readTlsFiles({ certPath: tlsCert, keyPath: tlsKey })
  } catch (error) {
    if (!(error instanceof CandorError)) throw error
    return [problem(toldBy(error), FITTING_FILES)]
  }
  const { validFrom, validTo } = new X509Certificate(readFileSync(tlsCert))
  const days = Math.floor((Date.parse(validTo) - nowMillis) / DAY_MILLIS)
  if (Date.parse(validFrom) > nowMillis)
    return [
      problem(
        { en: `The certificate begins on ${validFrom}`, es: `El certificado empieza el ${validFrom}` },
        { en: "Set the machine's clock, or wait.", es: 'Ponga en hora el reloj de la máquina, o espere.' },
      ),
    ]
  if (days < 0)
    return [
      problem(
        { en: `The certificate ended on ${validTo}`, es: `El certificado terminó el ${validTo}` },
        RENEW,
      ),
    ]
  if (days < SOON_DAYS)
    return [
      warning(
        { en: `The certificate ends in ${days} days`, es: `El certificado termina en ${days} días` },
        RENEW,
      ),
    ]
  return [ok({ en: `The certificate is valid for ${days} days`, es: `El certificado vale ${days} días más` })]
}

/** What is checked of TLS. */
export const TLS_CHECK: Check = { name: 'tls', run: checkTls }
