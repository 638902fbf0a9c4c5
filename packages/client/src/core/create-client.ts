import type { DataCategory, DevicePractices } from '@candor/practices'

import { createAccumulator } from './accumulator.js'
import type { Candor } from './candor.js'
import type { CandorOptions } from './candor-options.js'
import { correctTimes } from './correct-times.js'
import type { DiagnosticsCounter } from './diagnostics.js'
import { createDoors, type Doors } from './doors.js'
import { createErrorLane } from './error-lane.js'
import { followPlatform } from './follow-platform.js'
import { createFront } from './front.js'
import { intervalsOf } from './intervals.js'
import { createLaneStore } from './lane-store.js'
import { createLaneValues } from './lane-values.js'
import type { Lanes, OpenLane } from './lanes.js'
import { createListeners } from './listeners.js'
import type { Platform } from './platform.js'
import { POLICY_MILLIS } from './policies.js'
import type { LaneParts, RecordedLane } from './recorded-lane.js'
import { createReminder } from './reminder.js'
import { createSchedule, JITTER } from './schedule.js'
import { createSender } from './sender.js'
import { createSession } from './session.js'
import { createServices, type Services } from './services.js'
import { createUpkeep } from './upkeep.js'

const MAX_LANE_BYTES = 1_000_000

interface LaneSurroundings {
  readonly options: Pick<CandorOptions<DevicePractices>, 'intervalMillis' | 'maxLaneBytes'>
  readonly doors: Doors
}

/** The way of a report through a lane: recorder (past the gate) -> store -> schedule -> sender. */
const openLane = <L extends RecordedLane>(
  category: DataCategory,
  services: Services,
  record: (parts: LaneParts) => L,
  { options, doors }: LaneSurroundings,
): OpenLane<L> => {
  const intervalMillis = intervalsOf(options.intervalMillis)[category]
  const store = createLaneStore(category, options.maxLaneBytes ?? MAX_LANE_BYTES, services)
  const values = createLaneValues(category, services)
  const touch = (): void => (doors.isOpen() ? schedule.touch() : undefined)
  const { isLate } = doors
  const lane = record({ category, intervalMillis, store, values, services, touch, isLate })
  const sender = createSender(category, store, services)
  const schedule = createSchedule({ category, intervalMillis, lane, store, sender, services })
  return { category, store, lane, sender, schedule }
}

/** The lanes, which share nothing but the services. */
const openLanes = (services: Services, surroundings: LaneSurroundings): Lanes => {
  const census = openLane('census', services, createAccumulator, surroundings)
  const usage = openLane('usage', services, createAccumulator, surroundings)
  const error = openLane('error', services, createErrorLane, surroundings)
  return { census, usage, error, all: [census, usage, error] }
}

/** Asks for the policy now, and then again and again. Returns the way to stop that. */
const keepAsking = (ask: () => Promise<void>, everyMillis: number, platform: Platform): (() => void) => {
  const run = (): void => {
    clock.set(everyMillis * (1 - JITTER * platform.random()))
    void ask()
  }
  const clock = createReminder(platform, run)
  run()
  return clock.clear
}

/** Asks for the policy of where the app is, unless that could let nothing go. */
const createAskPolicy =
  ({ gate, policies, whereabouts }: Services) =>
  async (): Promise<void> => {
    const here = whereabouts.here('usage')
    if (gate.isPolicyNeeded(here)) await policies(here.head).ask()
  }

/** Makes one app's Candor on a platform. */
export const createClient = <P extends DevicePractices>(
  options: CandorOptions<P>,
  platform: Platform,
  { count, read }: DiagnosticsCounter,
): Candor<P> => {
  const services = createServices(options, platform, count, {
    onPolicy: () => changed(),
    onWrongClock: (wrong) => {
      save()
      correctTimes(services.storage, wrong)
    },
  })
  const cut = () => lanes.all.map(({ lane }) => lane.cut())
  const doors = createDoors({ count, cut, ready: () => upkeep.ready })
  const lanes = openLanes(services, { options, doors })
  const { subscribe, notify } = createListeners(count)
  const save = (): void => {
    if (!services.storage.isOpen()) return
    for (const { schedule } of lanes.all) schedule.save()
  }
  const changed = (): void => {
    save()
    for (const { lane, store } of lanes.all) {
      lane.refresh()
      store.purge()
    }
    services.log?.withdraw()
    notify()
  }
  const askPolicy = createAskPolicy(services)
  const session = createSession(services, lanes.census.lane, save, changed)
  const begin = (): (() => void) => {
    doors.open()
    changed()
    const stopFollowing = followPlatform(lanes.all, platform, save)
    const stopAsking = keepAsking(askPolicy, options.policyMillis ?? POLICY_MILLIS, platform)
    return () => {
      stopFollowing()
      stopAsking()
    }
  }
  const upkeep = createUpkeep({ services, lanes, begin, changed })
  const inner = { services, lanes, doors, session, upkeep }
  return createFront({ options, ...inner, askPolicy, save, subscribe, read })
}
