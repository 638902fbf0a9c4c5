import type { SkypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Candor } from '../core/candor.js'
import type { Collect } from '../core/collect.js'
import { createTabWorld, type Tab, type TabWorld } from '../testing/tab-world.js'
import { createErrorReporter } from './error-reporter.js'
import { collectLostSessions } from './lost-sessions.js'
import { withSessions } from './sessions.js'

const AMOS = 'amosmarble@contoso.com'
const BETH = 'beth@contoso.com'

let world: TabWorld

beforeEach(async () => {
  world = await createTabWorld()
})
afterEach(() => world.close())

const collect: Collect = (given) =>
  withSessions(given, (parts) => {
    const stop = collectLostSessions(parts, createErrorReporter(parts.candor, world.clock.now))
    parts.sessions.begin()
    return stop
  })

/** Starts the app for a person, who allows error reports. */
const startFor = async (user: string | undefined): Promise<Tab> => {
  const tab = world.start({ client: 'desktop', collect })
  await tab.candor.ready
  signIn(tab.candor, user)
  return tab
}

const signIn = (candor: Candor<SkypeTeams>, user: string | undefined): void => {
  candor.setUser(user)
  if (user !== undefined) candor.consent.set('granted')
}

/** Whose crashes were reported, with nobody as undefined. */
const reported = ({ candor }: Tab): readonly unknown[] =>
  candor
    .waiting()
    .filter(({ category, body }) => category === 'error' && body.includes('SessionLost'))
    .map(
      ({ body }) => (JSON.parse(body) as { reports: [{ data: { UserID?: string } }] }).reports[0].data.UserID,
    )

const crashes = ({ candor }: Tab): number =>
  candor.waiting().filter(({ category, body }) => category === 'usage' && body.includes('"Crashes":1')).length

test("a crash of one user's session is not reported as another's, and is counted all the same", async () => {
  const first = await startFor(AMOS)
  first.kill()
  const second = await startFor(BETH)
  expect([crashes(second), reported(second)]).toEqual([1, []])
  signIn(second.candor, undefined)
  expect(reported(second)).toEqual([])
  signIn(second.candor, AMOS)
  signIn(second.candor, BETH)
  signIn(second.candor, AMOS)
  expect([crashes(second), reported(second)]).toEqual([1, [AMOS]])
})

test('a crash is of who was signed in last, also where somebody else was before', async () => {
  const first = await startFor(AMOS)
  signIn(first.candor, BETH)
  first.kill()
  expect(reported(await startFor(AMOS))).toEqual([])
})

test('a crash while nobody was signed in is reported for nobody', async () => {
  const first = await startFor(AMOS)
  signIn(first.candor, undefined)
  first.kill()
  const second = await startFor(AMOS)
  signIn(second.candor, BETH)
  expect([crashes(second), reported(second)]).toEqual([1, []])
})

test('nobody then and nobody now counts as the same', async () => {
  const meeting = { client: 'meetings-app', os: 'macOS', collect } as const
  world.service.setSettings({ MeetingUxEnableTelemetry: { global: true } })
  const first = world.start(meeting)
  await first.candor.flush()
  first.kill()
  const second = world.start(meeting)
  await second.candor.ready
  expect(reported(second)).toEqual([undefined])
})

test('the mark of a session holds no raw id', async () => {
  const { candor } = await startFor(AMOS)
  candor.waiting()
  expect(world.device.content()).toContain('session.')
  expect(world.device.content()).not.toContain('amosmarble')
})
