import type { Attributes } from '../attach-values.js'
import { describeBrowser, type HintedNavigator } from './client-hints.js'
import type { Page } from './page.js'
import { readPageFacts } from './read-page-facts.js'

type DetailedNavigator = Navigator & HintedNavigator & { readonly deviceMemory?: number }

const SCREEN_STEP_PIXELS = 100

/** A number of four parts could be an address; three say enough. */
const shortVersion = (version: string | undefined): string | undefined =>
  version?.split('.').slice(0, 3).join('.')

const rounded = (pixels: number): number => Math.round(pixels / SCREEN_STEP_PIXELS) * SCREEN_STEP_PIXELS

/** The device's configuration as a page knows it; the screen to the hundred pixels, so that it tells no device apart. */
export const readPageConfiguration = async ({ navigator, screen }: Page): Promise<Attributes> => {
  const { userAgent, userAgentData, hardwareConcurrency, deviceMemory } = navigator as DetailedNavigator
  return {
    osVersion: shortVersion((await readPageFacts(navigator)).osVersion),
    browser: describeBrowser(userAgent, userAgentData?.brands),
    cores: hardwareConcurrency > 0 ? String(hardwareConcurrency) : undefined,
    memory: deviceMemory === undefined ? undefined : `${deviceMemory} GiB`,
    screen: screen && `${rounded(screen.width)}x${rounded(screen.height)}`,
  }
}
