import { ERRORS } from '@candor/practices'
import { ok, problem, warning, type Found } from './finding.js'

const LONG_SECONDS = 60
const UPKEEP_DAYS = 2
const DAY_SECONDS = 86_400
const SECOND_MILLIS = 1000

const figureOf = (metrics: string, name: string): number | undefined => {
  const line = metrics.split('\n').find((candidate) => candidate.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}

const checkWaiting = (metrics: string): Found => {
  const seconds = Math.round(figureOf(metrics, 'candor_spool_oldest_seconds') ?? 0)
  if (seconds <= LONG_SECONDS)
    return ok({ en: 'No report waits for long', es: 'Ningún informe espera mucho' })
  return warning(
    {
      en: `The oldest report has waited for ${seconds} s`,
      es: `El informe más antiguo espera desde hace ${seconds} s`,
    },
    {
      en: 'Look whether the store is slow, or more arrives than it takes.',
      es: 'Mire si el almacén va lento o si llega más de lo que admite.',
    },
  )
}

const checkUpkeep = (metrics: string, nowMillis: number): Found => {
  const nowSeconds = nowMillis / SECOND_MILLIS
  // A service that has just started may not have ended its first round yet.
  const startedSeconds = nowSeconds - (figureOf(metrics, 'process_uptime_seconds') ?? Infinity)
  const upkeptSeconds = figureOf(metrics, 'candor_upkeep_last_success_timestamp_seconds') ?? startedSeconds
  const days = (nowSeconds - upkeptSeconds) / DAY_SECONDS
  if (days <= UPKEEP_DAYS) return ok({ en: 'The upkeep was done', es: 'El mantenimiento se hizo' })
  return warning(
    {
      en: 'The upkeep has not ended well lately',
      es: 'El mantenimiento no ha terminado bien últimamente',
    },
    {
      en: 'Look for CANDOR_INTERNAL in the log of the service.',
      es: 'Busque CANDOR_INTERNAL en el registro del servicio.',
    },
  )
}

const checkRetention = (metrics: string): Found => {
  if (figureOf(metrics, 'candor_retention_failing') !== 1)
    return ok({ en: 'What is over is removed', es: 'Lo que ha vencido se elimina' })
  return problem(
    {
      en: 'Retention fails: what is over is not removed',
      es: 'La conservación falla: lo que ha vencido no se elimina',
    },
    {
      en: 'Look at the log of the service for why, and at GET /api/retention; the next round tries it again.',
      es: 'Mire el porqué en el registro del servicio, y GET /api/retention; la próxima ronda lo intenta de nuevo.',
    },
  )
}

const checkRestarts = (metrics: string): readonly Found[] => {
  const restarts = figureOf(metrics, 'candor_collector_restarts_total') ?? 0
  if (restarts === 0) return []
  const { remedy } = ERRORS.CANDOR_COLLECTOR_ENDED
  const message = {
    en: `Collector processes ended by themselves and were started again: ${restarts} times`,
    es: `Procesos recolectores terminaron por sí solos y se arrancaron de nuevo: ${restarts} veces`,
  }
  return [warning(message, remedy)]
}

/** What the metrics of a service, as text, say of it. */
export const figureChecks = (metrics: string, nowMillis: number): readonly Found[] => [
  checkWaiting(metrics),
  checkUpkeep(metrics, nowMillis),
  checkRetention(metrics),
  ...checkRestarts(metrics),
]
