import type { Page } from 'playwright-core'
import { findViolations } from '../viewer/page-checks.js'

/** What is wrong with a page: what axe finds, whether it is wider than the window, and whether a name ran a script. */
export const findFaults = async (page: Page): Promise<readonly string[]> => {
  const { tooWidePixels, isBroken } = await page.evaluate(() => ({
    tooWidePixels: document.documentElement.scrollWidth - window.innerWidth,
    isBroken: 'broken' in globalThis,
  }))
  return [
    ...(await findViolations(page)),
    ...(tooWidePixels > 0 ? [`is ${tooWidePixels} pixels too wide`] : []),
    ...(isBroken ? ['runs a script of a name'] : []),
  ]
}
