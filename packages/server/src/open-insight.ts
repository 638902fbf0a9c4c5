import { checkAlerts, type AlertsParts } from './alerts/create-alerts.js'
import { createDeliver } from './alerts/deliver.js'
import { createInsight, type InsightOptions } from './insight/create-insight.js'
import type { SettledOptions } from './options.js'
import { startRounds } from './rounds.js'

/** What insight is opened with. */
export interface InsightParts
  extends Pick<AlertsParts, 'controlPlane' | 'spool' | 'products'>, Pick<InsightOptions, 'store'> {
  readonly at: (name: string) => string
}

/** Counting begins when the service has started: there is more urgent work before. */
const START_MILLIS = 10_000

const ROUND_MILLIS = 60_000

/**
 * Opens insight and the alerts on it. Every minute it counts what pages ask for first, so that no answer waits and counts of reports
 * that are gone go too, and looks at the alerts. Answers also the way that alerts are sent, and the way to stop.
 */
export const openInsight = (parts: InsightParts, options: SettledOptions, origin: () => string) => {
  const { at, store, products } = parts
  const { mail, now, onFailure, groupMinimum } = options
  const insight = createInsight({ store, folder: at('insights'), groupMinimum, now })
  const deliver = createDeliver({ ...(mail && { mail }), page: () => `${origin()}/insights` })
  const watch = async (): Promise<void> => {
    for (const practices of products) await insight.count(practices)
    await checkAlerts({ ...parts, insight, deliver, now, onFailure })
  }
  const times = { startMillis: START_MILLIS, pauseMillis: ROUND_MILLIS }
  return { insight, deliver, stop: startRounds({ work: watch, ...times, onFailure }) }
}
