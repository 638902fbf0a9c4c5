import type { Localised } from '@candor/practices'
import { figureChecks } from './figure-checks.js'
import { ok, problem, warning, type Check, type Found, type Scene } from './finding.js'
import { MAKE_ROOM } from './machine-checks.js'

const LOOK_AT_LOG: Localised = { en: 'Look at its log.', es: 'Mire su registro.' }

const WAYS_OUT: Readonly<Record<string, Localised>> = {
  spool: {
    en: 'Check that the disk works and has room, and the permissions of the spool folder.',
    es: 'Compruebe que el disco funciona y tiene sitio, y los permisos de la carpeta spool.',
  },
  'control-plane': {
    en: 'Check that control-plane.db can be read.',
    es: 'Compruebe que control-plane.db se puede leer.',
  },
  disk: MAKE_ROOM,
  stopping: {
    en: 'Wait until it has stopped; what was acknowledged is kept.',
    es: 'Espere a que se detenga; lo confirmado se conserva.',
  },
}

const partsOf = (body: string): readonly string[] => {
  try {
    const { parts = [] } = JSON.parse(body) as { readonly parts?: readonly string[] }
    return parts
  } catch {
    return []
  }
}

const GIVE_URL: Localised = { en: 'Give its address by --url.', es: 'Indique su dirección con --url.' }

const checkReady = ({ service, url }: Scene): readonly Found[] => {
  if (service === undefined)
    return [ok({ en: `No service answers at ${url}`, es: `Ningún servicio responde en ${url}` })]
  const { status, body } = service
  if (status === 200)
    return [ok({ en: `The service at ${url} takes reports`, es: `El servicio en ${url} admite informes` })]
  const parts = partsOf(body)
  const foreign: Localised = {
    en: `What answers at ${url} is no Candor service (${status})`,
    es: `Lo que responde en ${url} no es un servicio Candor (${status})`,
  }
  if (parts.length === 0) return [problem(foreign, GIVE_URL)]
  return parts.map((part) => {
    const en = `The service at ${url} does not take reports: ${part}`
    const es = `El servicio en ${url} no admite informes: ${part}`
    return problem({ en, es }, WAYS_OUT[part] ?? LOOK_AT_LOG)
  })
}

const checkMetrics = async ({ service, ask, nowMillis }: Scene): Promise<readonly Found[]> => {
  if (service?.status !== 200) return []
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
