import type { DataCategory, DevicePractices } from '@candor/practices'

import { createAccumulator } from './accumulator.js'
import type { Candor, CandorOptions, Recorders } from './candor.js'
import type { DiagnosticsCounter } from './diagnostics.js'
import { createErrorLane } from './error-lane.js'
import { createLaneStore } from './lane-store.js'
import { createLaneValues } from './lane-values.js'
import { createListeners } from './listeners.js'
import type { Platform } from './platform.js'
import { POLICY_MILLIS } from './policies.js'
import type { LaneParts, RecordedLane } from './recorded-lane.js'
import { createReminder } from './reminder.js'
import { createSchedule, JITTER } from './schedule.js'
import { createSender } from './sender.js'
import { createSession } from './session.js'
import { createServices, type Services } from './services.js'

const INTERVALS_MILLIS = { census: 86_400_000, usage: 3_600_000, error: 5000 } as const

/** The way of a report through a lane: recorder (past the gate) -> store -> schedule -> sender. */
const openLane = <L extends RecordedLane>(
  category: DataCategory,
  services: Services,
  record: (parts: LaneParts) => L,
  intervalMillis: number = INTERVALS_MILLIS[category],
) => {
  const store = createLaneStore(category, services)
  const values = createLaneValues(category, services)
  const touch = (): void => schedule.touch()
  const lane = record({ category, intervalMillis, store, values, services, touch })
  const send = createSender(category, store, services)
  const schedule = createSchedule({ intervalMillis, lane, send, services })
  return { store, lane, schedule }
}

/** The lanes, which share nothing but the services. */
const openLanes = (services: Services, intervals: CandorOptions<DevicePractices>['intervalMillis']) => {
  const census = openLane('census', services, createAccumulator, intervals?.census)
  const usage = openLane('usage', services, createAccumulator, intervals?.usage)
  const error = openLane('error', services, createErrorLane, intervals?.error)
  return { census, usage, error, all: [census, usage, error] } as const
}

/** Asks for the policy now, and then again and again. Returns the way to stop that. */
const keepAsking = (ask: () => Promise<void>, everyMillis: number, platform: Platform): (() => void) => {
  const run = (): void => {
    clock.set(everyMillis * (1 - JITTER * platform.random()))
    void ask()
  }
  const clock = createReminder(platform, run)
  run()
  return () => clock.clear()
}

/** Makes one app's Candor on a platform. */
export const createClient = <P extends DevicePractices>(
  options: CandorOptions<P>,
  platform: Platform,
  { count, read }: DiagnosticsCounter,
): Candor<P> => {
  const { practices, intervalMillis, policyMillis = POLICY_MILLIS } = options
  const services = createServices(options, platform, count, () => changed())
  const { gate, policies, whereabouts } = services
  const { census, usage, error, all } = openLanes(services, intervalMillis)
  const { subscribe, notify } = createListeners(count)
  const save = (): void => all.forEach(({ schedule }) => schedule.save())
  const changed = (): void => {
    save()
    for (const { lane, store } of all) {
      lane.refresh()
      store.purge()
    }
    notify()
  }
  const askPolicy = (): Promise<void> => policies(whereabouts.here('usage').head).ask()
  const stopHide = platform.onHide(save)
  changed()
  const stopAsking = keepAsking(askPolicy, policyMillis, platform)
  for (const { schedule } of all) void schedule.run()
  return {
    practices,
    client: options.client,
    get signedIn() {
      return whereabouts.user() !== undefined
    },
    census: census.lane.recorders as Recorders<P, 'census'>,
    usage: usage.lane.recorders as Recorders<P, 'usage'>,
    error: { report: error.lane.report },
    ...createSession(services, census.lane, save, changed),
    decide: (dataType) => gate.decide(dataType, whereabouts.here(dataType.split('.')[0] as DataCategory)),
    subscribe,
    refreshPolicy: askPolicy,
    flush: async () => void (await Promise.all(all.map(({ schedule }) => schedule.flush()))),
    sent: services.log.read,
    diagnostics: read,
    close: async () => {
      stopAsking()
      stopHide()
      services.transport.close()
      await Promise.all(all.map(({ schedule }) => schedule.stop()))
    },
  }
}
