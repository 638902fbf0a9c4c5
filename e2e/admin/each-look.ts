import type { Page } from 'playwright-core'
import { findFaults } from './find-faults.js'

const HEIGHT = 900

/** How a person may look at a page. */
export interface ShownLook {
  readonly lang: 'en' | 'es'
  readonly colorScheme: 'light' | 'dark'
  /** Pixels. */
  readonly width: 1280 | 360
}

const LANGUAGES = ['en', 'es'] as const
const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [1280, 360] as const

/** All looks; the language changes once. */
const SHOWN_LOOKS: readonly ShownLook[] = LANGUAGES.flatMap((lang) =>
  SCHEMES.flatMap((colorScheme) => WIDTHS.map((width) => ({ lang, colorScheme, width }))),
)

/** Shows the page that is open in another look, without loading it again; waits until it has it. */
const show = async (page: Page, { lang, colorScheme, width }: ShownLook): Promise<void> => {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: HEIGHT })
  if ((await page.locator('html').getAttribute('lang')) !== lang)
    await page.locator(`button[lang=${lang}]`).click()
  await page.locator(`html[lang=${lang}][data-mantine-color-scheme=${colorScheme}]`).waitFor()
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null,
  )
}

/** What is wrong with the page that is open, in every look; `keep` may keep a picture of each. */
export const findFaultsInEachLook = async (
  page: Page,
  keep: (look: ShownLook) => Promise<void> = async () => undefined,
): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const look of SHOWN_LOOKS) {
    await show(page, look)
    const { lang, colorScheme, width } = look
    faults.push(...(await findFaults(page)).map((fault) => `${lang} ${colorScheme} ${width} ${fault}`))
    await keep(look)
  }
  return faults
}
