import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds in the page as it is now: the rule and the first element. Its source is loaded once for a document. */
const findViolations = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => window.axe.run('html', { resultTypes: ['violations'] }))
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

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
