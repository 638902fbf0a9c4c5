import { accessSync, constants, existsSync, statSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { CandorError, ERRORS } from '@candor/practices'
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

const checkFolder = ({ dataFolder, userId }: Scene): readonly Found[] => {
  const found = find(dataFolder)
  if (found === undefined) return [ok(`${dataFolder} is not there yet; the first start makes it`)]
  if (!found.isDirectory())
    return [problem(`${dataFolder} is no folder`, 'Give another place by CANDOR_DATA or --data.')]
  if (!isWritable(dataFolder))
    return [problem(`${dataFolder} cannot be written`, 'Give it to the user that the service runs as.')]
  const isForeign = userId !== undefined && found.uid !== userId
  const faults = [
    ...((found.mode & OTHERS) === 0
      ? []
      : [warning(`Others may look into ${dataFolder}`, `Run chmod 700 ${dataFolder}.`)]),
    ...(isForeign
      ? [
          warning(
            `${dataFolder} belongs to another user (${found.uid})`,
            'Run this, and the service, as its owner.',
          ),
        ]
      : []),
  ]
  return faults.length === 0 ? [ok(`${dataFolder} is its owner's alone, and can be written`)] : faults
}

const SECRETS = ['keyring.json', 'policy-signing-key.pem', 'operator-token'] as const

const checkSecrets = ({ dataFolder }: Scene): readonly Found[] => {
  const hasData = ['store', 'spool'].some((name) => existsSync(join(dataFolder, name)))
  const found = SECRETS.map((name) => ({
    name,
    path: join(dataFolder, name),
    stats: find(join(dataFolder, name)),
  }))
  const open = found.flatMap(({ path, stats }) =>
    stats !== undefined && (stats.mode & OTHERS) !== 0
      ? [problem(`Others may read ${path}`, `Run chmod 600 ${path}; the service does not start otherwise.`)]
      : [],
  )
  const isLost = hasData && found[0]?.stats === undefined
  const lost = isLost
    ? [problem('There is data, but no keyring.json', 'Restore keyring.json from a backup, with mode 0600.')]
    : []
  if (open.length + lost.length > 0) return [...lost, ...open]
  return [
    ok(
      hasData ? 'The keyring is there, and the secrets are their owner’s alone' : 'There are no secrets yet',
    ),
  ]
}

const CLOCK_SLACK_MILLIS = 60_000
const TIMED = ['keyring.json', 'control-plane.db', 'control-plane.db-wal', 'spool/data.mdb'] as const

const checkClock = ({ dataFolder, nowMillis }: Scene): readonly Found[] => {
  const times = TIMED.flatMap((name) => find(join(dataFolder, name))?.mtimeMs ?? [])
  if (times.length === 0) return []
  const aheadMillis = Math.max(...times) - nowMillis
  if (aheadMillis <= CLOCK_SLACK_MILLIS) return [ok('The clock is not behind the files')]
  const minutes = Math.round(aheadMillis / 60_000)
  return [
    warning(
      `The clock is ${minutes} minutes behind the files`,
      "Set the machine's clock; reports are refused by their times.",
    ),
  ]
}

const toldOf = (error: unknown): Found => {
  if (!(error instanceof CandorError))
    return problem('The store cannot be opened', 'Look at the log of the service.')
  return problem(error.message, ERRORS[error.code].remedy.en)
}

const checkStore = async ({ dataFolder, service, url }: Scene): Promise<readonly Found[]> => {
  if (service !== undefined || !existsSync(join(dataFolder, 'store'))) return []
  // Loaded here, so that the other checks do without the engine.
  const { inspectStore } = await import('@candor/server/inspect-data')
  try {
    await inspectStore(dataFolder)
    return [ok('No service uses the data folder, and the store opens')]
  } catch (error) {
    const isInUse = error instanceof CandorError && error.code === 'CANDOR_DATA_FOLDER_IN_USE'
    if (!isInUse) return [toldOf(error)]
    const wayOut = `Give its address by --url if it is not ${url}; else end that process and start it again.`
    return [problem('A process uses the data folder, but does not answer', wayOut)]
  }
}

const checkSpool = async ({ dataFolder, service }: Scene): Promise<readonly Found[]> => {
  if (!existsSync(join(dataFolder, 'spool'))) return []
  const { inspectSpool } = await import('@candor/server/inspect-data')
  const contents = await inspectSpool(dataFolder).catch(() => 'unreadable' as const)
  if (contents === undefined) return []
  if (contents === 'unreadable')
    return [
      problem(
        'The spool cannot be opened',
        'Check the permissions of its files; restore them from a backup if they are damaged.',
      ),
    ]
  const { pending, setAside } = contents
  const waits = service === undefined ? 'wait until a service runs' : 'are on their way to the store'
  const aside = warning(
    `${setAside} records could not be stored, and are kept aside in the spool`,
    'Look for CANDOR_VALUE_REFUSED in the log; they count as refused, and nothing waits for them.',
  )
  return [ok(`The spool opens; ${pending} reports ${waits}`), ...(setAside > 0 ? [aside] : [])]
}

/** What is checked of the data folder. */
export const FOLDER_CHECKS: readonly Check[] = [
  { name: 'data folder', run: checkFolder },
  { name: 'secrets', run: checkSecrets },
  { name: 'clock', run: checkClock },
  { name: 'store', run: checkStore },
  { name: 'spool', run: checkSpool },
]
