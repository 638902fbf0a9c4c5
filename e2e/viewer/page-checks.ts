import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import type { Download, Locator, Page } from 'playwright-core'

/** What axe finds in a part of the page: the rule and the first element; nothing where all is well. */
export const findViolations = async (page: Page, within = 'html'): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate((selector) => window.axe.run(selector), within)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

/** Whether an element has the focus. */
export const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element.matches(':focus'))

/** Presses Tab until something has the focus; throws after too many. */
export const tabTo = async (page: Page, locator: Locator): Promise<void> => {
  for (let steps = 0; steps < 40; steps += 1) {
    if (await isFocused(locator)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not get there')
}

/** The text of a file that the page let a person save. */
export const textOf = async (download: Download): Promise<string> =>
  readFileSync(await download.path(), 'utf8')
