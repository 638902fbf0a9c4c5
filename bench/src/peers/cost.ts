import { setTimeout as wait } from 'node:timers/promises'

import type { CDPSession, Page } from 'playwright-core'

import type { Bundle } from './bundle-page.js'
import type { Client } from './clients.js'
import { record } from './record.js'
import { onStage, type Stage } from './stage.js'
import { until } from './until.js'

/** What it costs to record 10 000 counts and to deliver them. */
export interface Cost {
  readonly microsPaced: number
  /** Main thread, whole tasks, from their beginning to their end. */
  readonly taskMillis: number
  /** CPU time of the main thread, which other work of the machine does not lengthen. */
  readonly threadMillis: number
  /** All processes of the browser. */
  readonly cpuMillis: number
  readonly wireBytes: number
  readonly bodyBytes: number
  readonly delivered: number
}

/** What the page costs without a client: a call, and a second of recording and of waiting in milliseconds. */
export interface Usual {
  readonly microsPaced: number
  readonly recording: Usage
  readonly waiting: Usage
}

interface Usage {
  readonly task: number
  readonly thread: number
  readonly cpu: number
}

const COUNTS = 10_000
const BURSTS = 5
/** How long counts may arrive after the last one was recorded. */
const PATIENCE_MILLIS = 15_000
/** Answers are worked on after the collector has sent them. */
const AFTER_MILLIS = 500
const IDLE_MILLIS = 5000
const NOTHING: Usage = { task: 0, thread: 0, cpu: 0 }
const NO_USUAL: Usual = { microsPaced: 0, recording: NOTHING, waiting: NOTHING }

/** What was used so far. */
const readUsage = async (stage: Stage, session: CDPSession): Promise<Usage> => {
  const { metrics } = await session.send('Performance.getMetrics')
  const millis = (wanted: string): number =>
    (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN) * 1000
  return { task: millis('TaskDuration'), thread: millis('ThreadTime'), cpu: stage.browser().cpuMillis() }
}

const openSession = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return session
}

const hasAll = ({ collector }: Stage, counts: number): boolean =>
  collector.taken.fate('count', counts).lost === 0

/** The middle of some numbers. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const paced = async (stage: Stage, { perSecond }: Client, usual: Usual): Promise<Cost> => {
  const page = await stage.open()
  const session = await openSession(page)
  const sample = async () => ({
    atMillis: performance.now(),
    ...(await readUsage(stage, session)),
    ...stage.collector.bytes(),
  })
  const before = await sample()
  const spent = await record(page, { from: 0, counts: COUNTS, countsPerError: 0, perSecond })
  await page.evaluate(() => void window.peer.flush())
  const recordedSeconds = (performance.now() - before.atMillis) / 1000
  await until(() => hasAll(stage, COUNTS), PATIENCE_MILLIS)
  await wait(AFTER_MILLIS)
  const after = await sample()
  const waitedSeconds = (after.atMillis - before.atMillis) / 1000 - recordedSeconds
  const own = (kind: keyof Usage): number =>
    after[kind] - before[kind] - usual.recording[kind] * recordedSeconds - usual.waiting[kind] * waitedSeconds
  return {
    microsPaced: (spent * 1000) / COUNTS - usual.microsPaced,
    taskMillis: own('task'),
    threadMillis: own('thread'),
    cpuMillis: own('cpu'),
    wireBytes: after.all - before.all,
    bodyBytes: after.bodies - before.bodies,
    delivered: stage.collector.taken.fate('count', COUNTS).arrived,
  }
}

/** What the page without a client costs: recording nothing at the same pace, then nothing at all. */
export const measureIdle = (client: Client, bundle: Bundle): Promise<Usual> =>
  onStage(client, bundle, async (stage) => {
    const page = await stage.open()
    const session = await openSession(page)
    const during = async (run: () => Promise<unknown>): Promise<Usage> => {
      const start = performance.now()
      const before = await readUsage(stage, session)
      await run()
      const after = await readUsage(stage, session)
      const aSecond = (kind: keyof Usage): number =>
        ((after[kind] - before[kind]) * 1000) / (performance.now() - start)
      return { task: aSecond('task'), thread: aSecond('thread'), cpu: aSecond('cpu') }
    }
    const { perSecond } = client
    let spent = 0
    const recording = await during(async () => {
      spent = await record(page, { from: 0, counts: COUNTS, countsPerError: 0, perSecond })
    })
    const waiting = await during(() => wait(IDLE_MILLIS))
    return { microsPaced: (spent * 1000) / COUNTS, recording, waiting }
  })

/** The cost of 10 000 paced counts, in a fresh browser. */
export const measureCost = (client: Client, bundle: Bundle, usual: Usual = NO_USUAL): Promise<Cost> =>
  onStage(client, bundle, (stage) => paced(stage, client, usual))

/** Microseconds a call in one synchronous loop: the median of five, each begun when the last one was delivered. */
export const measureBurst = (client: Client, bundle: Bundle): Promise<number> =>
  onStage(client, bundle, async (stage) => {
    const page = await stage.open()
    const rounds: number[] = []
    for (let round = 0; round < BURSTS; round += 1) {
      const { burst: counts } = client
      const spent = await record(page, { from: round * counts, counts, countsPerError: 0, perSecond: 0 })
      rounds.push((spent * 1000) / counts)
      await page.evaluate(() => void window.peer.flush())
      await until(() => hasAll(stage, (round + 1) * counts), PATIENCE_MILLIS)
    }
    return median(rounds)
  })
