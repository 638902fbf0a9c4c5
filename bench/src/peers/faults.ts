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
/** What arrives twice may do so later. */
const AFTER_MILLIS = 5000
/** Counts, of the 1 000, that are recorded in the same task as the opt-out. */
const LAST_COUNTS = 100
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

const waitForAll = async ({ collector }: Stage): Promise<void> => {
  await collector.setState('well')
  const isAll = (): boolean =>
    collector.taken.fate('count', COUNTS).lost === 0 && collector.taken.fate('error', ERRORS).lost === 0
  await until(isAll, PATIENCE_MILLIS)
  await wait(AFTER_MILLIS)
}

const optOut = async (stage: Stage): Promise<void> => {
  const page = await stage.open()
  await stage.collector.setState('unavailable')
  await recordFor(page, 0, COUNTS - LAST_COUNTS)
  // Asked from outside, as an admin would: a client that asks for a policy is told by the answer.
  stage.collector.announceNo()
  await page.evaluate(
    async ({ from, to, countsPerError }) => {
      for (let serial = from; serial < to; serial += 1) {
        window.peer.count(serial)
        if (serial % countsPerError === 0) window.peer.fail(serial / countsPerError)
      }
      await window.peer.optOut()
    },
    { from: COUNTS - LAST_COUNTS, to: COUNTS, countsPerError: COUNTS_PER_ERROR },
  )
  stage.collector.countLeaks()
  await stage.collector.setState('well')
  await wait(LEAK_MILLIS)
  await page.reload()
  await wait(LEAK_AFTER_RELOAD_MILLIS)
}

/** The faults, in the order of the table's columns. */
export const FAULTS = [
  {
    name: '503 for 10 s',
    run: async (stage: Stage) => {
      await outage(stage, 'unavailable')
      await waitForAll(stage)
    },
  },
  {
    name: 'unreachable for 10 s',
    run: async (stage: Stage) => {
      await outage(stage, 'unreachable')
      await waitForAll(stage)
    },
  },
  {
    name: 'reloaded',
    run: async (stage: Stage) => {
      const page = await stage.open()
      await stage.collector.setState('unreachable')
      await recordAll(page)
      await page.reload()
      await waitForAll(stage)
    },
  },
  {
    name: 'killed',
    run: async (stage: Stage) => {
      await outage(stage, 'unreachable')
      await stage.restart()
      await stage.open()
      await waitForAll(stage)
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
