import { DATA_CATEGORIES, type DevicePractices } from '@candor/practices'

import type { Candor } from './candor.js'
import type { CandorOptions } from './candor-options.js'
import type { Client, Lane } from './client.js'
import { startCollecting } from './collect.js'
import { createLane } from './create-lane.js'
import { createDevice } from './device.js'
import type { DiagnosticsCounter } from './diagnostics.js'
import { use } from './doors.js'
import { followPlatform } from './follow-platform.js'
import { askPolicyHere, createFront } from './front.js'
import { JITTER } from './intervals.js'
import { createListeners } from './listeners.js'
import type { Platform } from './platform.js'
import { POLICY_MILLIS } from './policy.js'
import { cut, refresh } from './recording.js'
import { createReminder } from './reminder.js'
import { purge } from './reports.js'
import { saveLane, startLane, stopLane } from './schedule.js'
import { withServiceClock } from './service-clock.js'
import { abort } from './transport.js'
import { createFollow } from './upkeep.js'
import { organisationOf } from './whereabouts.js'

/** Makes what the functions of the core work on. `notify` is called when decisions may be others than before. */
const createState = (
  options: CandorOptions<DevicePractices>,
  given: Platform,
  { count }: DiagnosticsCounter,
  notify: () => void,
): Client => {
  const device = createDevice()
  const lanes: Lane[] = []
  const save = (): void => {
    if (device.isOpen()) lanes.forEach(saveLane)
  }
  const client: Client = {
    options,
    practices: options.practices,
    platform: withServiceClock(given, device),
    device,
    count,
    lanes,
    policies: new Map(),
    inFlight: new Map(),
    save,
    changed: () => {
      save()
      lanes.forEach(refresh)
      lanes.forEach(purge)
      client.state.log?.withdraw()
      notify()
    },
    state: {
      endpoint: options.endpoint.replace(/\/+$/, ''),
      own: options.device ?? {},
      hashing: Promise.resolve(),
      form: 'gzip',
      doors: 'early',
      startedMillis: given.now(),
    },
  }
  for (const category of DATA_CATEGORIES) lanes.push(createLane(client, category))
  client.state.org = organisationOf(client)
  client.state.log = options.inspect?.(client)
  return client
}

/** Asks for the policy now, and then again and again. Returns the way to stop that. */
const keepAsking = (client: Client): (() => void) => {
  const { platform, options } = client
  const run = (): void => {
    clock.set((options.policyMillis ?? POLICY_MILLIS) * (1 - JITTER * platform.random()))
    void askPolicyHere(client)
  }
  const clock = createReminder(platform, run)
  run()
  return clock.clear
}

/** Opens and closes a client's storage. What the app told before the opening takes effect then. */
const createLife = (client: Client, opened: () => () => void) => {
  const { platform, device, lanes, state, count, save, changed } = client
  const later: (() => void)[] = []
  let stops: readonly (() => void)[] = []
  let follow = (): void => {}
  let closing: Promise<void> | undefined
  const start = async (): Promise<void> => {
    try {
      const opening = platform.openStorage()
      // On Node all of it happens before this returns: an app that exits at once loses nothing.
      device.open(opening instanceof Promise ? await opening : opening)
      follow = createFollow(client)
      lanes.forEach(refresh)
      for (const run of [...later, ...lanes.map(cut)]) run()
      if (state.doors === 'early') state.doors = 'open'
      stops = [device.onChange(follow)]
      changed()
      stops = [...stops, ...followPlatform(client), keepAsking(client)]
      lanes.forEach(startLane)
    } catch {
      count('storage-failed')
    }
  }
  const ready = start()
  const stop = async (): Promise<void> => {
    state.endpoint = ''
    abort(client)
    await ready
    for (const run of stops) run()
    await Promise.all(lanes.map(stopLane))
    await device.close()
  }
  let stopCollecting = (): void => {}
  const beginCollecting = async (): Promise<void> => {
    await ready
    if (!closing) stopCollecting = opened()
  }
  void beginCollecting()
  return {
    ready,
    later: (run: () => void): void => void later.push(run),
    follow: (): void => follow(),
    close: (): Promise<void> => {
      if (!closing) {
        stopCollecting()
        state.doors = 'closed'
        save()
        closing = stop()
      }
      return closing
    },
  }
}

/** Makes one app's Candor on a platform. */
export const createClient = <P extends DevicePractices>(
  options: CandorOptions<P>,
  platform: Platform,
  diagnostics: DiagnosticsCounter,
): Candor<P> => {
  const { count, read } = diagnostics
  const { subscribe, notify } = createListeners(count)
  const client = createState(
    options as unknown as CandorOptions<DevicePractices>,
    platform,
    diagnostics,
    notify,
  )
  const { device, state } = client
  const place = { storage: device, platform: client.platform, count, userKey: () => state.user?.key }
  const { app, collect } = options
  const collectNow = (): (() => void) =>
    collect ? startCollecting(collect, { candor, app, place }, count) : () => {}
  const { ready, later, follow, close } = createLife(client, collectNow)
  const front = createFront<P>({ client, later, ready: () => ready, follow })
  const candor: Candor<P> = Object.assign(front, {
    ready,
    subscribe: use(client, subscribe, () => {}),
    diagnostics: read,
    close,
  })
  return candor
}
