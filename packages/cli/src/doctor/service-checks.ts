import { ok, problem, warning, type Check, type Found, type Scene } from './finding.js'

const WAYS_OUT: Readonly<Record<string, string>> = {
  spool: 'Check that the disk works and has room, and the permissions of the spool folder.',
  'control-plane': 'Check that control-plane.db can be read.',
  disk: 'Make room on the disk, or move the data folder to a larger one.',
  stopping: 'Wait until it has stopped; what was acknowledged is kept.',
}

const partsOf = (body: string): readonly string[] => {
  try {
    const { parts = [] } = JSON.parse(body) as { readonly parts?: readonly string[] }
    return parts
  } catch {
    return []
  }
}

const checkReady = ({ service, url }: Scene): readonly Found[] => {
  if (service === undefined) return [ok(`No service answers at ${url}`)]
  if (service.status === 200) return [ok(`The service at ${url} takes reports`)]
  const parts = partsOf(service.body)
  if (parts.length === 0)
    return [
      problem(
        `What answers at ${url} is no Candor service (${service.status})`,
        'Give its address by --url.',
      ),
    ]
  return parts.map((part) =>
    problem(`The service at ${url} does not take reports: ${part}`, WAYS_OUT[part] ?? 'Look at its log.'),
  )
}

const LONG_SECONDS = 60
const UPKEEP_DAYS = 2
const DAY_SECONDS = 86_400
const SECOND_MILLIS = 1000

const figureOf = (metrics: string, name: string): number | undefined => {
  const line = metrics.split('\n').find((candidate) => candidate.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}

const checkFigures = (metrics: string, nowMillis: number): readonly Found[] => {
  const oldest = figureOf(metrics, 'candor_spool_oldest_seconds') ?? 0
  const upkept = figureOf(metrics, 'candor_upkeep_last_success_timestamp_seconds')
  const upkeepDays = upkept === undefined ? undefined : (nowMillis / SECOND_MILLIS - upkept) / DAY_SECONDS
  return [
    figureOf(metrics, 'candor_loader_failing') === 1
      ? problem(
          'The store fails; reports wait in the spool',
          'Look for CANDOR_STORE_UNAVAILABLE in the log of the service.',
        )
      : ok('The loader moves reports to the store'),
    oldest > LONG_SECONDS
      ? warning(
          `The oldest report has waited for ${Math.round(oldest)} s`,
          'Look whether the store is slow, or more arrives than it takes.',
        )
      : ok('No report waits for long'),
    upkeepDays === undefined || upkeepDays > UPKEEP_DAYS
      ? warning('The upkeep has not ended well lately', 'Look for CANDOR_INTERNAL in the log of the service.')
      : ok('The upkeep was done'),
  ]
}

const checkMetrics = async ({ service, ask, nowMillis }: Scene): Promise<readonly Found[]> => {
  if (service?.status !== 200) return []
  const metrics = await ask('/metrics')
  if (metrics !== undefined) return checkFigures(metrics, nowMillis)
  return [
    warning(
      'The metrics cannot be read',
      'Give CANDOR_TOKEN, or --data of this service; with metricsListen, look there.',
    ),
  ]
}

const checkPractices = async ({ service, ask }: Scene): Promise<readonly Found[]> => {
  if (service?.status !== 200) return []
  const text = await ask('/api/products')
  if (text === undefined)
    return [problem('The service does not say which products it serves', 'Look at its log.')]
  const { products } = JSON.parse(text) as {
    readonly products: readonly { readonly product: string; readonly version: number }[]
  }
  return [
    ok(`Practices served: ${products.map(({ product, version }) => `${product}@${version}`).join(', ')}`),
  ]
}

/** What is checked of a running service. */
export const SERVICE_CHECKS: readonly Check[] = [
  { name: 'service', run: checkReady },
  { name: 'figures', run: checkMetrics },
  { name: 'practices', run: checkPractices },
]
