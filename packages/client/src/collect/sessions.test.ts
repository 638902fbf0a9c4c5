import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTabWorld, type TabWorld } from '../testing/tab-world.js'
import type { Collect } from '../core/collect.js'
import { countOne } from './recorders.js'
import { withSessions, type LostSession, type SessionParts } from './sessions.js'

const MINUTE_MILLIS = 60_000

let world: TabWorld

beforeEach(async () => {
  world = await createTabWorld()
})
afterEach(() => world.close())

/** Collects sessions as an app would, and tells what was lost. */
const createCollect = (lost: LostSession[], began: (parts: SessionParts) => void = () => {}): Collect => {
  return (given) =>
    withSessions(given, (parts) => {
      const stop = parts.sessions.onLost((session) => void lost.push(session))
      parts.sessions.begin()
      began(parts)
      return stop
    })
}

test('a session that was killed is told once, with when it began and last lived', async () => {
  const lost: LostSession[] = []
  const fromMillis = world.clock.now()
  const killed = world.start({ collect: createCollect(lost) })
  await killed.candor.ready
  await killed.candor.flush()
  world.clock.pass(90_000)
  killed.kill()
  world.clock.pass(MINUTE_MILLIS)
  for (let start = 0; start < 2; start += 1) {
    const { candor } = world.start({ collect: createCollect(lost) })
    await candor.ready
    await candor.flush()
    await candor.close()
  }
  expect(lost).toEqual([{ fromMillis, lastMillis: fromMillis + MINUTE_MILLIS }])
})

test('a session and its loss are counted, however soon the app is killed after each', async () => {
  const collect: Collect = (given) => {
    countOne(given.candor, 'sessions')
    return withSessions(given, (parts) => {
      const stop = parts.sessions.onLost(() => countOne(given.candor, 'crashes'))
      parts.sessions.begin()
      return stop
    })
  }
  for (let start = 0; start < 3; start += 1) {
    const { candor, kill } = world.start({ collect })
    await candor.ready
    // What the session before left is looked for in turns of its own.
    await new Promise((resolve) => void setImmediate(resolve))
    kill()
  }
  await world.start().candor.flush()
  const sum = (name: string): number =>
    world.service.accepted('usage').reduce((total, { data }) => total + Number(data[name] ?? 0), 0)
  expect([sum('Sessions'), sum('Crashes')]).toEqual([3, 2])
})

test('a session that goes on in another tab, that ended or that was closed is not lost', async () => {
  const lost: LostSession[] = []
  const goesOn = world.start({ collect: createCollect(lost) })
  const ends = world.start({
    collect: createCollect(lost, ({ sessions }) => sessions.end()),
  })
  const closes = world.start({ collect: createCollect(lost) })
  await Promise.all([goesOn.candor.ready, ends.candor.ready, closes.candor.ready])
  await Promise.all([goesOn.candor.flush(), ends.candor.flush()])
  ends.kill()
  await closes.candor.close()
  const { candor } = world.start({ collect: createCollect(lost) })
  await candor.flush()
  world.clock.pass(5 * MINUTE_MILLIS)
  await candor.flush()
  expect(lost).toEqual([])
})

test('what is lost while nobody listens is told to who listens later', async () => {
  const lost: LostSession[] = []
  const killed = world.start({ collect: createCollect([]) })
  await killed.candor.flush()
  killed.kill()
  const deaf = world.start()
  await deaf.candor.flush()
  deaf.kill()
  const { candor } = world.start({ collect: createCollect(lost) })
  await candor.flush()
  expect(lost).toHaveLength(1)
})

test('a session outlives an erasure', async () => {
  const lost: LostSession[] = []
  const { candor, kill } = world.start({ collect: createCollect([]) })
  await candor.flush()
  await candor.erase()
  kill()
  await world.start({ collect: createCollect(lost) }).candor.flush()
  expect(lost).toHaveLength(1)
})

test('collecting begins once what is kept was read, knows the app, and stops at closing', async () => {
  const told: string[] = []
  const { candor, open } = world.start(
    {
      app: { name: 'Contoso Desk' },
      collect: (parts) => {
        told.push(`${parts.app?.name} ${parts.candor.client} ${parts.candor.consent.get()}`)
        parts.candor.subscribe(() => {})
        return () => void told.push('stopped')
      },
    },
    {},
    'opening',
  )
  expect(told).toEqual([])
  open()
  await candor.flush()
  await candor.close()
  expect(told).toEqual(['Contoso Desk web undecided', 'stopped'])
})

test.each<[string, Collect]>([
  [
    'begins',
    () => {
      throw new Error('no')
    },
  ],
  [
    'stops',
    () => () => {
      throw new Error('no')
    },
  ],
  ['answers nonsense', () => 'stop' as unknown as () => void],
])('what collecting throws where it %s is counted', async (_, collect) => {
  const { candor } = world.start({ collect })
  await candor.flush()
  await candor.close()
  expect(candor.diagnostics()).toEqual({ 'collect-failed': 1 })
})

test('a listener that throws is counted and harms no other', async () => {
  const lost: LostSession[] = []
  const killed = world.start({ collect: createCollect([]) })
  const { candor } = world.start({
    collect: (given) =>
      withSessions(given, ({ sessions }) => {
        sessions.onLost(() => {
          throw new Error('from the app')
        })
        sessions.onLost((session) => void lost.push(session))
        return () => {}
      }),
  })
  await Promise.all([killed.candor.ready, candor.ready])
  await candor.flush()
  killed.kill()
  world.clock.pass(2 * MINUTE_MILLIS)
  await candor.flush()
  expect(lost).toHaveLength(1)
  expect(candor.diagnostics()).toEqual({ 'listener-failed': 1 })
})
