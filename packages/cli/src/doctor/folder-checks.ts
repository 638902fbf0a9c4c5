import { accessSync, constants, existsSync, statSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { ok, problem, warning, type Check, type Found, type Scene } from './finding.js'

const OTHERS = 0o077

const find = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

const lookedInto = (path: string): Found =>
  warning(
    { en: `Others may look into ${path}`, es: `Otros pueden mirar dentro de ${path}` },
    { en: `Run chmod 700 ${path}.`, es: `Ejecute chmod 700 ${path}.` },
  )

const foreign = (path: string, owner: number): Found =>
  warning(
    { en: `${path} belongs to another user (${owner})`, es: `${path} pertenece a otro usuario (${owner})` },
    { en: 'Run this, and the service, as its owner.', es: 'Ejecute esto, y el servicio, como su dueño.' },
  )

const noFolder = (path: string): Found =>
  problem(
    { en: `${path} is no folder`, es: `${path} no es una carpeta` },
    {
      en: 'Give another place by CANDOR_DATA or --data.',
      es: 'Indique otro sitio con CANDOR_DATA o --data.',
    },
  )

const notWritable = (path: string): Found =>
  problem(
    { en: `${path} cannot be written`, es: `En ${path} no se puede escribir` },
    { en: 'Give it to the user that the service runs as.', es: 'Désela al usuario que ejecuta el servicio.' },
  )

const checkFolder = ({ dataFolder, userId }: Scene): readonly Found[] => {
  const found = find(dataFolder)
  if (found === undefined)
    return [
      ok({
        en: `${dataFolder} is not there yet; the first start makes it`,
        es: `${dataFolder} aún no existe; la crea el primer arranque`,
      }),
    ]
  if (!found.isDirectory()) return [noFolder(dataFolder)]
  if (!isWritable(dataFolder)) return [notWritable(dataFolder)]
  const isForeign = userId !== undefined && found.uid !== userId
  const faults = [
    ...((found.mode & OTHERS) === 0 ? [] : [lookedInto(dataFolder)]),
    ...(isForeign ? [foreign(dataFolder, found.uid)] : []),
  ]
  if (faults.length > 0) return faults
  return [
    ok({
      en: `${dataFolder} is its owner's alone, and can be written`,
      es: `${dataFolder} es solo de su dueño y se puede escribir en ella`,
    }),
  ]
}

const SECRETS = [
  'keyring.json',
  'policy-signing-key.pem',
  'receipt-signing-key.pem',
  'subject-secret',
  'operator-token',
] as const

const readable = (path: string): Found =>
  problem(
    { en: `Others may read ${path}`, es: `Otros pueden leer ${path}` },
    {
      en: `Run chmod 600 ${path}; the service does not start otherwise.`,
      es: `Ejecute chmod 600 ${path}; si no, el servicio no arranca.`,
    },
  )

const lostKeyring = (): Found =>
  problem(
    { en: 'There is data, but no keyring.json', es: 'Hay datos, pero falta keyring.json' },
    {
      en: 'Restore keyring.json from a backup, with mode 0600.',
      es: 'Restaure keyring.json de una copia, con modo 0600.',
    },
  )

const checkSecrets = ({ dataFolder }: Scene): readonly Found[] => {
  const hasData = ['store', 'spool'].some((name) => existsSync(join(dataFolder, name)))
  const isLost = hasData && !existsSync(join(dataFolder, 'keyring.json'))
  const open = SECRETS.map((name) => join(dataFolder, name)).filter(
    (path) => ((find(path)?.mode ?? 0) & OTHERS) !== 0,
  )
  const faults = [...(isLost ? [lostKeyring()] : []), ...open.map(readable)]
  if (faults.length > 0) return faults
  if (!hasData) return [ok({ en: 'There are no secrets yet', es: 'Aún no hay secretos' })]
  return [
    ok({
      en: "The keyring is there, and the secrets are their owner's alone",
      es: 'El llavero está, y los secretos son solo de su dueño',
    }),
  ]
}

const CLOCK_SLACK_MILLIS = 60_000
const MINUTE_MILLIS = 60_000
const TIMED = ['keyring.json', 'control-plane.db', 'control-plane.db-wal', 'spool/data.mdb'] as const

const checkClock = ({ dataFolder, nowMillis }: Scene): readonly Found[] => {
  const times = TIMED.flatMap((name) => find(join(dataFolder, name))?.mtimeMs ?? [])
  if (times.length === 0) return []
  const aheadMillis = Math.max(...times) - nowMillis
  if (aheadMillis <= CLOCK_SLACK_MILLIS)
    return [ok({ en: 'The clock is not behind the files', es: 'El reloj no va por detrás de los archivos' })]
  const minutes = Math.round(aheadMillis / MINUTE_MILLIS)
  return [
    warning(
      {
        en: `The clock is ${minutes} minutes behind the files`,
        es: `El reloj va ${minutes} minutos por detrás de los archivos`,
      },
      {
        en: "Set the machine's clock; reports are refused by their times.",
        es: 'Ponga en hora la máquina; los informes se rechazan por sus tiempos.',
      },
    ),
  ]
}

/** What is checked of the data folder and the files in it, without opening them. */
export const FOLDER_CHECKS: readonly Check[] = [
  { name: 'data folder', run: checkFolder },
  { name: 'secrets', run: checkSecrets },
  { name: 'clock', run: checkClock },
]
