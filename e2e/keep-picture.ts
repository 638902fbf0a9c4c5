import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** Where pictures of pages go: `CANDOR_ARTEFACTS`, or `artefacts` beside the tests' folder. */
const FOLDER = process.env['CANDOR_ARTEFACTS'] ?? fileURLToPath(new URL('../artefacts', import.meta.url))

/** Keeps a picture of a whole page, or of the window where a dialog fills that, to be looked at. `name` may be an address. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  await mkdir(FOLDER, { recursive: true })
  const file = `${name.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^-|-$/g, '')}.png`
  const fullPage = (await page.locator('dialog[open]').count()) === 0
  await page.screenshot({ path: join(FOLDER, file), fullPage, animations: 'disabled' })
}
