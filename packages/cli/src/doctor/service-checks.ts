import type { Localised } from '@candor/practices'
import { figureChecks } from './figure-checks.js'
import { ok, problem, warning, type Check, type Found, type Scene } from './finding.js'
import { foundFault, parseReadiness } from './part-faults.js'

const LOOK_AT_LOG: Localised = { en: 'Look at its log.', es: 'Mire su registro.' }

const GIVE_URL: Localised = { en: 'Give its address by --url.', es: 'Indique su dirección con --url.' }

const noService = (url: string, status: number): Localised => ({
  en: `What answers at ${url} is no Candor service (${status})`,
  es: `Lo que responde en ${url} no es un servicio Candor (${status})`,
})

const takesReports = (url: string): Found =>
  ok({ en: `The service at ${url} takes reports`, es: `El servicio en ${url} admite informes` })

const checkReady = ({ service, url }: Scene): readonly Found[] => {
  if (service === undefined)
    return [ok({ en: `No service answers at ${url}`, es: `Ningún servicio responde en ${url}` })]
  const answer = parseReadiness(service.body)
  if (answer === undefined) return [problem(noService(url, service.status), GIVE_URL)]
  const found = answer.faults.map((fault) => foundFault(fault, answer))
  if (service.status === 200) return [takesReports(url), ...found]
  const refuses: Localised = {
    en: `The service at ${url} takes no reports now`,
    es: `El servicio en ${url} no admite informes ahora`,
  }
  return [problem(refuses, { en: 'Mend what follows.', es: 'Corrija lo que sigue.' }), ...found]
}

const checkMetrics = async ({ service, ask, nowMillis }: Scene): Promise<readonly Found[]> => {
  if (service === undefined || parseReadiness(service.body) === undefined) return []
  const metrics = await ask('/metrics')
  if (metrics !== undefined) return figureChecks(metrics, nowMillis)
  return [
    warning(
      { en: 'The metrics cannot be read', es: 'Las métricas no se pueden leer' },
      {
        en: 'Give CANDOR_TOKEN, or --data of this service; with metricsListen, its configuration.',
        es: 'Indique CANDOR_TOKEN, o --data de este servicio; con metricsListen, su configuración.',
      },
    ),
  ]
}

const checkPractices = async ({ service, ask }: Scene): Promise<readonly Found[]> => {
  if (service?.status !== 200) return []
  const text = await ask('/api/products')
  const silent: Localised = {
    en: 'The service does not say which products it serves',
    es: 'El servicio no dice qué productos sirve',
  }
  if (text === undefined) return [problem(silent, LOOK_AT_LOG)]
  const { products } = JSON.parse(text) as {
    readonly products: readonly { readonly product: string; readonly version: number }[]
  }
  const served = products.map(({ product, version }) => `${product}@${version}`).join(', ')
  return [ok({ en: `Practices served: ${served}`, es: `Prácticas servidas: ${served}` })]
}

/** What is checked of a running service. */
export const SERVICE_CHECKS: readonly Check[] = [
  { name: 'service', run: checkReady },
  { name: 'figures', run: checkMetrics },
  { name: 'practices', run: checkPractices },
]
