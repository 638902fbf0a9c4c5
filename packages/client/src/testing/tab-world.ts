import type { SkypeTeams } from '@candor/practices/skype-teams'

import type { Candor } from '../core/candor.js'
import type { Platform } from '../core/platform.js'
import type { DeviceStorage } from '../core/storage.js'
import { createManualClock, type ManualClock } from '../test-candor/manual-clock.js'
import { createMemoryDevice, type MemoryDevice } from '../test-candor/memory-device.js'
import { startTab, type TabOptions } from './start-tab.js'
import { startTestService, type TestService } from './test-service.js'

/** One running app among others on the device. */
export interface Tab {
  readonly candor: Candor<SkypeTeams>
  /** Ends it as a kill does: nothing that it does later reaches the device. */
  readonly kill: () => void
  /** Lets an opening that was held back go on. */
  readonly open: () => void
}

/** A service, a device in memory with its clock, and the tabs on it. */
export interface TabWorld {
  readonly service: TestService
  readonly device: MemoryDevice
  readonly clock: ManualClock
  /** Starts the app; opening: the device answers when `open` is called. Default: at once. */
  readonly start: (options?: TabOptions, platform?: Partial<Platform>, state?: 'opening' | 'open') => Tab
  readonly close: () => Promise<void>
}

/** Begins at 2026-11-22T14:30:00Z with an empty device. */
export const createTabWorld = async (): Promise<TabWorld> => {
  const service = await startTestService()
  const device = createMemoryDevice()
  const clock = createManualClock(Date.UTC(2026, 10, 22, 14, 30))
  const tabs: Tab[] = []
  return {
    service,
    device,
    clock,
    start: (options = {}, platform = {}, state = 'open') => {
      let storage: DeviceStorage | undefined
      let open = (): void => {}
      const openNow = (): DeviceStorage => (storage ??= device.open())
      const openLater = (): Promise<DeviceStorage> =>
        new Promise((resolve) => {
          open = () => resolve(openNow())
        })
      const openStorage = state === 'open' ? openNow : openLater
      const candor = startTab(service.endpoint, { ...clock, openStorage, ...platform }, options)
      const tab = { candor, kill: () => device.kill(openNow()), open: () => open() }
      tabs.push(tab)
      return tab
    },
    close: async () => {
      for (const { open } of tabs) open()
      await Promise.all(tabs.map(({ candor }) => candor.close()))
      await service.close()
    },
  }
}
