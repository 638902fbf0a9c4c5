import { setTimeout as wait } from 'node:timers/promises'

import type { Page } from 'playwright-core'

import type { Bundle } from './bundle-page.js'
import type { Client } from './clients.js'
import { record } from './record.js'
import { onStage, type Stage } from './stage.js'
import type { Fate } from './tally.js'
import { until } from './until.js'

/** What became of 1 000 counts and 100 errors. */
export interface FaultResult {
  readonly counts: Fate
  readonly errors: Fate
  /** Counts and errors that were sent after the opt-out, each once. */
  readonly leaked: number
}

const COUNTS = 1000
const COUNTS_PER_ERROR = 10
const ERRORS = COUNTS / COUNTS_PER_ERROR
const PER_SECOND = 500
const OUTAGE_MILLIS = 10_000
/** How long what waits may arrive after the collector is well again. */
const PATIENCE_MILLIS = 60_000
/** How often something else is recorded. */
const GO_ON_MILLIS = 5000
/** What arrives twice may do so later. */
const AFTER_MILLIS = 5000
/** Counts, of the 1 000, that are recorded in the same task as the opt-out. */
const LAST_COUNTS = 100
/** An opt-out may ask the service for a policy; it is in force at the latest after so long. */
const OPT_OUT_MILLIS = 500
const LEAK_MILLIS = 35_000
const LEAK_AFTER_RELOAD_MILLIS = 10_000

const recordFor = (page: Page, from: number, counts: number): Promise<number> =>
  record(page, { from, counts, countsPerError: COUNTS_PER_ERROR, perSecond: PER_SECOND })

const recordAll = (page: Page): Promise<number> => recordFor(page, 0, COUNTS)

const outage = async (stage: Stage, state: 'unavailable' | 'unreachable'): Promise<Page> => {
  const page = await stage.open()
  await stage.collector.setState(state)
  await Promise.all([recordAll(page), wait(OUTAGE_MILLIS)])
  return page
}

/** Waits while the page goes on being used: some clients try again only then. */
const goOnUntil = async (page: Page, isSo: () => boolean, mostMillis: number): Promise<void> => {
  for (let waited = 0; waited < mostMillis && !isSo(); waited += GO_ON_MILLIS) {
    await page.evaluate(() => window.peer.goOn())
    await until(isSo, GO_ON_MILLIS)
  }
}

const waitForAll = async ({ collector }: Stage, page: Page): Promise<void> => {
  await collector.setState('well')
  const isAll = (): boolean =>
    collector.taken.fate('count', COUNTS).lost === 0 && collector.taken.fate('error', ERRORS).lost === 0
  await goOnUntil(page, isAll, PATIENCE_MILLIS)
  await wait(AFTER_MILLIS)
}

const optOut = async (stage: Stage): Promise<void> => {
  const page = await stage.open()
  await stage.collector.setState('unavailable')
  await recordFor(page, 0, COUNTS - LAST_COUNTS)
  // Asked from outside, as an admin would: a client that asks for a policy is told by the answer.
  stage.collector.announceNo()
  await page.evaluate(
    async ({ from, to, countsPerError, mostMillis }) => {
      for (let serial = from; serial < to; serial += 1) {
        window.peer.count(serial)
        if (serial % countsPerError === 0) window.peer.fail(serial / countsPerError)
      }
      const tooLong = new Promise((resolve) => setTimeout(resolve, mostMillis))
      await Promise.race([window.peer.optOut(), tooLong])
    },
    { from: COUNTS - LAST_COUNTS, to: COUNTS, countsPerError: COUNTS_PER_ERROR, mostMillis: OPT_OUT_MILLIS },
  )
  stage.collector.countLeaks()
  await stage.collector.setState('well')
  await goOnUntil(page, () => false, LEAK_MILLIS)
  await page.reload()
  await page.waitForFunction(() => 'peer' in window)
  await goOnUntil(page, () => false, LEAK_AFTER_RELOAD_MILLIS)
}

/** The faults, in the order of the table's columns. */
export const FAULTS = [
  {
    name: '503 for 10 s',
    run: async (stage: Stage) => {
      await waitForAll(stage, await outage(stage, 'unavailable'))
    },
  },
  {
    name: 'unreachable for 10 s',
    run: async (stage: Stage) => {
      await waitForAll(stage, await outage(stage, 'unreachable'))
    },
  },
  {
    name: 'reloaded',
    run: async (stage: Stage) => {
      const page = await stage.open()
      await stage.collector.setState('unreachable')
      await recordAll(page)
      await page.reload()
      await page.waitForFunction(() => 'peer' in window)
      await waitForAll(stage, page)
    },
  },
  {
    name: 'killed',
    run: async (stage: Stage) => {
      await outage(stage, 'unreachable')
      await stage.restart()
      await waitForAll(stage, await stage.open())
    },
  },
  { name: 'opt-out', run: optOut },
] as const

/** Plays one fault, with a browser and a collector of its own. */
export const playFault = (
  client: Client,
  bundle: Bundle,
  { run }: (typeof FAULTS)[number],
): Promise<FaultResult> =>
  onStage(client, bundle, async (stage) => {
    await run(stage)
    const { taken, leaked } = stage.collector
    return {
      counts: taken.fate('count', COUNTS),
      errors: taken.fate('error', ERRORS),
      leaked: leaked.fate('count', COUNTS).arrived + leaked.fate('error', ERRORS).arrived,
    }
  })
