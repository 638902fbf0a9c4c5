import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Loaded } from './load.js'
import { createPoller, type Question } from './poller.js'

interface Figures {
  readonly devices: number
}

const loaded = (devices: number): Loaded<Figures> => ({
  kind: 'loaded',
  value: { devices },
  text: JSON.stringify({ devices }),
})
const failed: Loaded<Figures> = { kind: 'failed', problem: { kind: 'unreachable' } }

const createSubject = (...answers: readonly Loaded<Figures>[]) => {
  const left = [...answers]
  const question = vi.fn<Question<Figures>>(async () => left.shift() ?? failed)
  const page = { visibility: 'visible' }
  const poller = createPoller<Figures>({
    intervalMillis: 5000,
    now: () => Date.now(),
    isVisible: () => page.visibility === 'visible',
  })
  poller.ask(question)
  return { question, poller, page }
}

const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

test('asks nothing until someone listens, then at once, then every 5 s', async () => {
  const { question, poller } = createSubject(loaded(1), loaded(2))
  expect(question).not.toHaveBeenCalled()
  poller.subscribe(() => undefined)
  await settled()
  expect(poller.snapshot()).toMatchObject({
    kind: 'shown',
    value: { devices: 1 },
    updatedAtMillis: 1_000_000,
  })
  await vi.advanceTimersByTimeAsync(5000)
  expect(poller.snapshot()).toMatchObject({
    kind: 'shown',
    value: { devices: 2 },
    updatedAtMillis: 1_005_000,
  })
})

test('keeps the very value where the answer has not changed, so that nothing is drawn again', async () => {
  const { poller } = createSubject(loaded(1), loaded(1))
  poller.subscribe(() => undefined)
  await settled()
  const first = poller.snapshot()
  await vi.advanceTimersByTimeAsync(5000)
  const second = poller.snapshot()
  expect(second).not.toBe(first)
  expect([first, second].map((state) => state.kind === 'shown' && state.updatedAtMillis)).toEqual([
    1_000_000, 1_005_000,
  ])
  expect(second.kind === 'shown' && first.kind === 'shown' && second.value === first.value).toBe(true)
})

test('keeps the last figures and says why where a later attempt fails, and recovers', async () => {
  const { poller } = createSubject(loaded(1), failed, loaded(3))
  poller.subscribe(() => undefined)
  await vi.advanceTimersByTimeAsync(5000)
  expect(poller.snapshot()).toMatchObject({ value: { devices: 1 }, problem: { kind: 'unreachable' } })
  await vi.advanceTimersByTimeAsync(5000)
  expect(poller.snapshot()).toMatchObject({ value: { devices: 3 }, problem: undefined })
})

test('says why there are no figures where the first attempt fails', async () => {
  const { poller } = createSubject(failed)
  poller.subscribe(() => undefined)
  await settled()
  expect(poller.snapshot()).toEqual({ kind: 'failed', problem: { kind: 'unreachable' } })
})

test('shows the figures of an earlier question until those of another arrive', async () => {
  const { poller } = createSubject(loaded(1))
  poller.subscribe(() => undefined)
  await settled()
  poller.ask(async () => loaded(2))
  expect(poller.snapshot()).toMatchObject({ value: { devices: 1 }, freshness: 'previous' })
  await settled()
  expect(poller.snapshot()).toMatchObject({ value: { devices: 2 }, freshness: 'current' })
})

test('never shows the figures of an earlier question as the answer to another that failed', async () => {
  const { poller } = createSubject(loaded(1))
  poller.subscribe(() => undefined)
  await settled()
  poller.ask(async () => failed)
  await settled()
  expect(poller.snapshot()).toEqual({ kind: 'failed', problem: { kind: 'unreachable' } })
})

test('drops the answer to a question that is no longer asked', async () => {
  const { question, poller } = createSubject(loaded(1))
  poller.subscribe(() => undefined)
  poller.ask(async () => loaded(2))
  expect(question.mock.calls[0]?.[0].aborted).toBe(true)
  await settled()
  expect(poller.snapshot()).toMatchObject({ value: { devices: 2 } })
})

test('asks nothing while the page is hidden, and at once when it is shown again', async () => {
  const { question, poller, page } = createSubject(loaded(1), loaded(2))
  poller.subscribe(() => undefined)
  await settled()
  page.visibility = 'hidden'
  await vi.advanceTimersByTimeAsync(60_000)
  expect(question).toHaveBeenCalledTimes(1)
  page.visibility = 'visible'
  poller.refresh()
  await settled()
  expect(question).toHaveBeenCalledTimes(2)
})

test('aborts and stops when the last listener leaves', async () => {
  const { question, poller } = createSubject(loaded(1))
  const leave = poller.subscribe(() => undefined)
  leave()
  expect(question.mock.calls[0]?.[0].aborted).toBe(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(question).toHaveBeenCalledTimes(1)
  expect(poller.snapshot()).toEqual({ kind: 'loading' })
  expect(vi.getTimerCount()).toBe(0)
})
