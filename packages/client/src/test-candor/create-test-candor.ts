import type { ConsentAnswer, DevicePractices } from '@candor/practices'

import type { ChoiceName } from '../core/candor.js'
import type { DeviceSettings } from '../core/device-settings.js'
import { createClient } from '../core/create-client.js'
import { createDiagnostics } from '../core/diagnostics.js'
import { inspection } from '../inspection/index.js'
import { describeList } from './describe-list.js'
import { createManualClock } from './manual-clock.js'
import { createMemoryDevice } from './memory-device.js'
import { findMisuse } from './misuse.js'
import { createCollectedReader } from './read-collected.js'
import type { Collected, TestCandor, TestCandorOptions } from './test-candor.js'
import { createTestPlatform, createTestStorage } from './test-platform.js'
import { toDeviceSettings } from './test-settings.js'

const START_MILLIS = Date.UTC(2026, 0, 1)
/** An error is a report at once, and none is sent: to look every 5 seconds would only cost the test time. */
const INTERVAL_MILLIS = { error: 3_600_000 }

/** The test's clock: the given one and what passed. */
const createTestClock = (start: () => number) => {
  const passed = createManualClock(0)
  let sinceMillis = 0
  return {
    clock: { ...passed, now: () => start() + passed.now() - sinceMillis },
    reset: () => {
      sinceMillis = passed.now()
    },
  }
}

const checkClient = ({ clients }: DevicePractices, client: string): void => {
  if (!clients.includes(client))
    throw new TypeError(`"${client}" is no client of these practices; there ${describeList(clients)}`)
}

/** Throws unless a person is there who can answer, by one control and no other. */
const checkChoice = ({ controls }: DevicePractices, control: string | undefined, signedIn: string): void => {
  const choices = Object.keys(controls).filter((name) => controls[name]?.kind === 'choice')
  const meant = choices.filter((name) => name === (control ?? name))
  if (meant.length !== 1)
    throw new TypeError(`which choice control is meant is not clear; there ${describeList(choices)}`)
  if (signedIn === 'nobody')
    throw new Error('nobody is signed in who could answer: give `user`, or call candor.setUser before')
}

/** The settings of a test, which are read at each decision, so that what is set counts at once. */
const createLiveSettings = (practices: DevicePractices, first: Readonly<Record<string, unknown>>) => {
  let current = toDeviceSettings(practices, first)
  const device: DeviceSettings = {
    get settings() {
      return current.settings ?? {}
    },
    get watson() {
      return current.watson
    },
  }
  return {
    device,
    set: (next: Readonly<Record<string, unknown>>): void => {
      current = toDeviceSettings(practices, next)
    },
  }
}

/** The real client on a device of the test. */
const startClient = <P extends DevicePractices>(options: TestCandorOptions<P>) => {
  const { practices, client, os = 'Linux', settings = {}, now = () => START_MILLIS } = options
  checkClient(practices, client)
  const live = createLiveSettings(practices, settings)
  const time = createTestClock(now)
  const diagnostics = createDiagnostics()
  const storage = createTestStorage(createMemoryDevice().open())
  const candor = createClient(
    {
      ...options,
      key: 'test',
      endpoint: '',
      device: live.device,
      intervalMillis: INTERVAL_MILLIS,
      inspect: inspection(),
    },
    createTestPlatform(os, time.clock, storage),
    diagnostics,
  )
  return { candor, live, storage, time, diagnostics }
}

/**
 * Creates a Candor for a test of the app: the real client, with a device in memory that is gone with it, a clock that the
 * test moves and no service. No socket is opened, no timer keeps the process alive, and nothing has to be closed.
 * Throws on a client or control that the practices do not have.
 */
export const createTestCandor = <P extends DevicePractices>(options: TestCandorOptions<P>): TestCandor<P> => {
  const { practices, user, consent } = options
  const { candor, live, storage, time, diagnostics } = startClient(options)
  const { bodies, reports, collected } = createCollectedReader(practices, () => candor.waiting())
  let before = diagnostics.read()
  const settings = (next: Readonly<Record<string, unknown>>): void => {
    live.set(next)
    storage.changed()
  }
  const answer = (given: Exclude<ConsentAnswer, 'undecided'>, control?: ChoiceName<P>): void => {
    checkChoice(practices, control, candor.signedIn ? 'somebody' : 'nobody')
    candor.consent.set(given, control)
  }
  const begin = (): void => {
    candor.setUser(user)
    if (consent !== undefined) answer(consent)
  }
  begin()
  return {
    candor,
    collected: (category) => collected(category) as Collected<P, typeof category>,
    bodies,
    errors: () => reports('error') as readonly Collected<P, 'error'>[],
    misuse: () => findMisuse(diagnostics.read(), before),
    settings,
    answer,
    pass: time.clock.pass,
    reset: async () => {
      candor.setMeeting(undefined)
      candor.setUser(undefined)
      await candor.reset()
      time.reset()
      settings(options.settings ?? {})
      begin()
      before = diagnostics.read()
    },
  }
}
