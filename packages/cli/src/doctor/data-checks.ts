import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CandorError, ERRORS } from '@candor/practices'
import { ok, problem, toldBy, warning, type Check, type Found, type Scene } from './finding.js'

const inUse = (url: string): Found =>
  problem(
    {
      en: 'A process uses the data folder, but does not answer',
      es: 'Un proceso usa la carpeta de datos, pero no responde',
    },
    {
      en: `Give its address by --url if it is not ${url}; else end that process and start it again.`,
      es: `Indique su dirección con --url si no es ${url}; si lo es, termine ese proceso y arránquelo de nuevo.`,
    },
  )

const notOpened = (error: unknown, url: string): Found => {
  if (!(error instanceof CandorError))
    return problem(
      { en: 'The store cannot be opened', es: 'El almacén no se puede abrir' },
      { en: 'Restore the data folder from a backup.', es: 'Restaure la carpeta de datos de una copia.' },
    )
  if (error.code === 'CANDOR_DATA_FOLDER_IN_USE') return inUse(url)
  return problem(toldBy(error), ERRORS[error.code].remedy)
}

const checkStore = async ({ dataFolder, service, url }: Scene): Promise<readonly Found[]> => {
  if (service !== undefined || !existsSync(join(dataFolder, 'store'))) return []
  // Loaded here, so that the other checks do without the engine.
  const { inspectStore } = await import('@candor/server/inspect-data')
  try {
    await inspectStore(dataFolder)
  } catch (error) {
    return [notOpened(error, url)]
  }
  return [
    ok({
      en: 'No service uses the data folder, and the store opens',
      es: 'Ningún servicio usa la carpeta de datos, y el almacén se abre',
    }),
  ]
}

const unreadableSpool = (): Found =>
  problem(
    { en: 'The spool cannot be opened', es: 'La cola no se puede abrir' },
    {
      en: 'Check the permissions of its files; restore them from a backup if they are damaged.',
      es: 'Compruebe los permisos de sus archivos; restáurelos de una copia si están dañados.',
    },
  )

const keptAside = (records: number): Found =>
  warning(
    {
      en: `${records} records could not be stored, and are kept aside in the spool`,
      es: `${records} registros no se pudieron almacenar y se guardan aparte en la cola`,
    },
    {
      en: 'Look for CANDOR_VALUE_REFUSED in the log; they count as refused, and nothing waits for them.',
      es: 'Busque CANDOR_VALUE_REFUSED en el registro; cuentan como rechazados y nada los espera.',
    },
  )

const checkSpool = async ({ dataFolder }: Scene): Promise<readonly Found[]> => {
  if (!existsSync(join(dataFolder, 'spool'))) return []
  const { inspectSpool } = await import('@candor/server/inspect-data')
  const contents = await inspectSpool(dataFolder).catch(() => 'unreadable' as const)
  if (contents === undefined) return []
  if (contents === 'unreadable') return [unreadableSpool()]
  const { pending, setAside } = contents
  const opens = ok({
    en: `The spool opens; ${pending} reports wait in it for the store`,
    es: `La cola se abre; ${pending} informes esperan en ella al almacén`,
  })
  return setAside > 0 ? [opens, keptAside(setAside)] : [opens]
}

/** What is checked by opening the data; the store is opened only where no service runs. */
export const DATA_CHECKS: readonly Check[] = [
  { name: 'store', run: checkStore },
  { name: 'spool', run: checkSpool },
]
