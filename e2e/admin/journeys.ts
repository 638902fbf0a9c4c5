import type { Browser, Page } from 'playwright-core'
import { vi } from 'vitest'
import type { CandorProcess } from '../candor-process.js'

/** The password of everybody who joins. */
export const PASSWORD = 'a sentence that is long enough'

/** A page of a person of their own: other cookies than everybody else's. */
export const openPage = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ locale: 'en-US', timezoneId: 'UTC' })).newPage()

/** Waits until everything that a page asks for is there. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null,
  )
}

/** Makes an account by a one-time link. */
export const joinBy = async (
  page: Page,
  link: string,
  { name, email }: { readonly name: string; readonly email?: string },
): Promise<void> => {
  await page.goto(link)
  const field = page.getByLabel('Email address')
  await field.waitFor()
  if (email !== undefined) await field.fill(email)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('A new password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make my account' }).click()
}

const dialogOf = (page: Page) => page.getByRole('dialog')

/** Registers an organisation by the page. */
export const registerOrganisation = async (
  page: Page,
  url: string,
  { name, label }: { readonly name: string; readonly label: string },
): Promise<void> => {
  await page.goto(`${url}/admin/organisations`)
  await page.getByRole('button', { name: 'Register an organization' }).click()
  await dialogOf(page).getByLabel('Registered name').fill(name)
  await dialogOf(page).getByLabel('Called').fill(label)
  await dialogOf(page).getByRole('button', { name: 'Register an organization' }).click()
  await dialogOf(page).waitFor({ state: 'detached' })
}

/** Registers a pool of an organisation by the page. */
export const registerPool = async (
  page: Page,
  url: string,
  organisation: string,
  { pool, site }: { readonly pool: string; readonly site: string },
): Promise<void> => {
  await page.goto(`${url}/admin/organisations?organisation=${organisation}`)
  await page.getByRole('button', { name: 'Register a pool' }).click()
  await dialogOf(page).getByLabel('Full name of the pool').fill(pool)
  await dialogOf(page).getByLabel('Name of the site').fill(site)
  await dialogOf(page).getByRole('button', { name: 'Register a pool' }).click()
  await dialogOf(page).waitFor({ state: 'detached' })
}

/** Invites an admin of an organisation by the page, and gives the link that is shown once. */
export const invite = async (
  page: Page,
  url: string,
  { email, organisation }: { readonly email: string; readonly organisation: string },
): Promise<string> => {
  await page.goto(`${url}/admin/people`)
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await dialogOf(page).getByLabel('Email address').fill(email)
  await dialogOf(page).getByLabel('Role').selectOption('organisation-admin')
  await dialogOf(page).getByLabel('Organization', { exact: true }).selectOption(organisation)
  await dialogOf(page).getByRole('button', { name: 'Invite somebody' }).click()
  const link = dialogOf(page).getByText('/admin/join#')
  await link.waitFor()
  const text = (await link.textContent()) ?? ''
  await page.getByRole('button', { name: 'I have kept it' }).click()
  return text.trim()
}

/** The link that the console shows for the first operator. */
export const firstLink = ({ written }: CandorProcess): Promise<string> =>
  vi.waitFor(
    () => {
      const link = /http:\S+\/admin\/join#\S+/.exec(written())?.[0]
      if (link === undefined) throw new Error('the console shows no link')
      return link
    },
    { timeout: 20_000, interval: 100 },
  )

/** A value of a control at a scope of an organisation. */
export interface ChosenSetting {
  readonly organisation: string
  readonly control: string
  readonly scope: string
  readonly value: string
}

/** Chooses a value by the page's address, and waits for what it would change. */
export const previewSetting = async (page: Page, url: string, setting: ChosenSetting): Promise<void> => {
  const query = new URLSearchParams({ ...setting, preview: 'yes' })
  await page.goto(`${url}/admin/settings?${query.toString()}`)
  await page.getByRole('heading', { name: 'What this change would do' }).waitFor()
  await settled(page)
}

/** Applies what is previewed. */
export const applySetting = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await page.getByText('Applied. Clients follow').waitFor()
}
