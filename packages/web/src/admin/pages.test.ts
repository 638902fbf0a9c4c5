import { expect, test } from 'vitest'

import { ADMIN_PAGES, adminPageOf, pagesOf } from './pages.js'
import { SHELL_TEXTS } from './shell/texts.js'

test.each([
  ['/admin', 'overview'],
  ['/admin/', 'overview'],
  ['/admin/audit-log', 'audit'],
  ['/admin/nothing', undefined],
  ['/admin/settings/x', undefined],
])('%s is the page %s', (path, name) => {
  expect(adminPageOf(path)?.name).toBe(name)
})

test.each([
  ['organisation-admin', ['overview', 'settings', 'explain', 'organisations', 'account']],
  ['analyst', ['alerts', 'account']],
] as const)('%s opens %j alone', (role, names) => {
  expect(pagesOf(role).map(({ name }) => name)).toEqual(names)
})

test.each(['operator', 'privacy-officer', 'auditor'] as const)('%s opens every page', (role) => {
  expect(pagesOf(role)).toEqual(ADMIN_PAGES)
})

test('each page has an address and a name of its own, in both languages', () => {
  expect(new Set(ADMIN_PAGES.map(({ path }) => path)).size).toBe(ADMIN_PAGES.length)
  for (const { pages } of [SHELL_TEXTS.en, SHELL_TEXTS.es]) {
    expect(new Set(ADMIN_PAGES.map(({ name }) => pages[name])).size).toBe(ADMIN_PAGES.length)
  }
})
