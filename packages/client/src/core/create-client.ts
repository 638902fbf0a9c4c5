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
import type { Inspect } from './inspection.js'
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
  client.state.log = (options.inspect as Inspect<Client> | undefined)?.(client)
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

/** Opens a client's storage, and does what the app told before. Returns what follows it and the ways to stop. */
const open = async (client: Client, later: readonly (() => void)[]) => {
  const { platform, device, lanes, state, changed } = client
  const opening = platform.openStorage()
  // On Node all of it happens before this returns: an app that exits at once loses nothing.
  device.open(opening instanceof Promise ? await opening : opening)
  lanes.forEach(refresh)
  const follow = createFollow(client)
  for (const run of [...later, ...lanes.map(cut)]) run()
  if (state.doors === 'early') state.doors = 'open'
  const stopListening = device.onChange(follow)
  changed()
  const stops = [stopListening, ...followPlatform(client), keepAsking(client)]
  lanes.forEach(startLane)
  return { follow, stops }
}

/** Opens a client, and closes it. `collectNow` is called when it is open, and answers with the way to stop what it began. */
const createLife = (client: Client, collectNow: () => () => void) => {
  const { device, lanes, state, count, save } = client
  const later: (() => void)[] = []
  let stopCollecting = (): void => {}
  let closing: Promise<void> | undefined
  const opening = open(client, later).catch(() => {
    count('storage-failed')
  })
  const begin = async (): Promise<void> => {
    await opening
    if (!closing) stopCollecting = collectNow()
  }
  const stop = async (): Promise<void> => {
    state.endpoint = ''
    abort(client)
    const opened = await opening
    for (const run of opened?.stops ?? []) run()
    await Promise.all(lanes.map(stopLane))
    await device.close()
  }
  void begin()
  return {
    opening,
    later: (run: () => void): void => void later.push(run),
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
  const client = createState(options, platform, diagnostics, notify)
  const { device, state } = client
  const { platform: clocked, save } = client
  const place = { storage: device, platform: clocked, count, userKey: () => state.user?.key, save }
  const { app, collect } = options
  const collectNow = (): (() => void) =>
    collect ? startCollecting(collect, { candor, app, place }, count) : () => {}
  const { opening, later, close } = createLife(client, collectNow)
  const untilReady = async (): Promise<void> => void (await opening)
  const front = createFront<P>({ client, later, opening })
  const candor: Candor<P> = Object.assign(front, {
    ready: untilReady(),
    subscribe: use(client, subscribe, () => {}),
    diagnostics: read,
    close,
  })
  return candor
}
