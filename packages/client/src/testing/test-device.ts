import type { SkypeTeams } from '@candor/practices/skype-teams'

import type { Candor } from '../core/candor.js'
import type { NetworkState, Platform } from '../core/platform.js'
import type { DeviceStorage } from '../core/storage.js'
import { createManualClock, type ManualClock } from '../test-candor/manual-clock.js'
import { createMemoryDevice } from '../test-candor/memory-device.js'
import { startTab, type TabOptions } from './start-tab.js'
import type { TestService } from './test-service.js'

/** A request that the device made. */
export interface MadeRequest {
  readonly path: string
  readonly init: RequestInit
  /** By the device's true time, in milliseconds since 1970. */
  readonly atMillis: number
}

/** A device with a browser, whose time, network and user a test plays. */
export interface TestDevice {
  readonly clock: ManualClock
  readonly requests: readonly MadeRequest[]
  /** Starts the app as a page does. */
  start(options?: TabOptions, platform?: Partial<Platform>): Candor<SkypeTeams>
  /** The page is hidden or left. */
  hide(): void
  setNetwork(state: NetworkState): void
  /** Sets the device's clock wrong by so much. */
  setOff(millis: number): void
  /** Kills the app: what follows starts from what is kept at this moment. */
  kill(): Promise<void>
  /** Lets time pass in steps, and each request of a step be answered. */
  live(millis: number, stepMillis: number): Promise<void>
  close(): Promise<void>
}

/** A turn of the event loop. */
const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** Those who wait for something, until they are forgotten. */
const createListeners = () => {
  let listeners = new Set<() => void>()
  return {
    add: (run: () => void) => {
      const all = listeners
      all.add(run)
      return () => void all.delete(run)
    },
    call: () => listeners.forEach((run) => run()),
    forget: () => {
      listeners = new Set()
    },
  }
}

/** Answers when the whole answer is there. */
const fetchWhole = async (url: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(url, init)
  return new Response((await response.text()) || null, response)
}

/** Makes requests over real HTTP, and knows when all were answered. */
const createTestNetwork = (clock: ManualClock) => {
  const requests: MadeRequest[] = []
  const underWay = new Set<Promise<unknown>>()
  const request: Platform['request'] = async (url, init) => {
    requests.push({ path: new URL(url).pathname, init, atMillis: clock.now() })
    const response = fetchWhole(url, init)
    underWay.add(response)
    return response.finally(() => underWay.delete(response))
  }
  const answered = async (): Promise<void> => {
    do for (let turn = 0; turn < 3; turn += 1) await nextTurn()
    while (underWay.size > 0)
  }
  const live = async (millis: number, stepMillis: number): Promise<void> => {
    for (let left = millis; left > 0; left -= stepMillis) {
      clock.pass(stepMillis)
      await answered()
    }
  }
  return { requests, request, live }
}

/** Creates a device that talks to a test service, at a time in milliseconds since 1970. */
export const createTestDevice = (service: TestService, startMillis: number): TestDevice => {
  const clock = createManualClock(startMillis)
  const memory = createMemoryDevice()
  const { requests, request, live } = createTestNetwork(clock)
  const [hiding, online] = [createListeners(), createListeners()]
  let running: { readonly candor: Candor<SkypeTeams>; readonly storage: DeviceStorage }[] = []
  let state: NetworkState = 'online'
  let offMillis = 0
  const platformOn = (storage: DeviceStorage) => ({
    ...clock,
    openStorage: () => storage,
    now: () => clock.now() + offMillis,
    request,
    network: () => state,
    onHide: hiding.add,
    onOnline: online.add,
    maxExitBytes: 60_000,
  })
  const kill = async (): Promise<void> => {
    const killed = running
    running = []
    for (const { storage } of killed) memory.kill(storage)
    hiding.forget()
    online.forget()
    await Promise.all(killed.map(({ candor }) => candor.close()))
  }
  return {
    clock,
    requests,
    start: (options, platform) => {
      const storage = memory.open()
      const candor = startTab(service.endpoint, { ...platformOn(storage), ...platform }, options)
      running.push({ candor, storage })
      return candor
    },
    hide: hiding.call,
    setNetwork: (next) => {
      state = next
      if (next !== 'offline') online.call()
    },
    setOff: (millis) => {
      offMillis = millis
    },
    kill,
    live,
    close: kill,
  }
}
