import { lazy, type ComponentType } from 'react'

import type { Shape } from './api/api.js'

type Role = Shape<'AccountRole'>

const EVERYBODY: readonly Role[] = ['operator', 'organisation-admin', 'privacy-officer', 'analyst', 'auditor']
const GOVERNING: readonly Role[] = ['operator', 'organisation-admin', 'privacy-officer', 'auditor']
const OVERSEEING: readonly Role[] = ['operator', 'privacy-officer', 'auditor']
const READING_FIGURES: readonly Role[] = ['operator', 'privacy-officer', 'analyst', 'auditor']

/** The pages of the admin center, in the order of the navigation: where each is, and who may open it. */
export const ADMIN_PAGES = [
  { name: 'overview', path: '/admin', group: 'collection', roles: GOVERNING },
  { name: 'settings', path: '/admin/settings', group: 'collection', roles: GOVERNING },
  { name: 'explain', path: '/admin/explain', group: 'collection', roles: GOVERNING },
  { name: 'practices', path: '/admin/practices', group: 'collection', roles: OVERSEEING },
  { name: 'organisations', path: '/admin/organisations', group: 'places', roles: GOVERNING },
  { name: 'people', path: '/admin/people', group: 'places', roles: OVERSEEING },
  { name: 'keys', path: '/admin/keys', group: 'places', roles: OVERSEEING },
  { name: 'subjects', path: '/admin/subject-requests', group: 'data', roles: OVERSEEING },
  { name: 'quarantine', path: '/admin/quarantine', group: 'data', roles: OVERSEEING },
  { name: 'laneStops', path: '/admin/lane-stops', group: 'data', roles: OVERSEEING },
  { name: 'alerts', path: '/admin/alerts', group: 'data', roles: READING_FIGURES },
  { name: 'audit', path: '/admin/audit-log', group: 'data', roles: OVERSEEING },
  { name: 'account', path: '/admin/account', group: 'own', roles: EVERYBODY },
] as const satisfies readonly {
  readonly name: string
  readonly path: string
  readonly group: string
  readonly roles: readonly Role[]
}[]

/** A page of the admin center. */
export type AdminPage = (typeof ADMIN_PAGES)[number]

/** The page of a path; a slash at its end makes no difference. */
export const adminPageOf = (pathname: string): AdminPage | undefined => {
  const path = pathname.replace(/(?<=.)\/$/, '')
  return ADMIN_PAGES.find((page) => page.path === path)
}

/** The pages that a role may open. */
export const pagesOf = (role: Role): readonly AdminPage[] =>
  ADMIN_PAGES.filter(({ roles }) => roles.includes(role))

/** What each page shows; loaded when it is opened. */
export const PAGE_CONTENTS: Readonly<Record<AdminPage['name'], ComponentType>> = {
  overview: lazy(async () => ({ default: (await import('./overview/overview-page.js')).OverviewPage })),
  settings: lazy(async () => ({ default: (await import('./settings/settings-page.js')).SettingsPage })),
  explain: lazy(async () => ({ default: (await import('./explain/explain-page.js')).ExplainPage })),
  practices: lazy(async () => ({ default: (await import('./practices/practices-page.js')).PracticesPage })),
  organisations: lazy(async () => ({
    default: (await import('./organisations/organisations-page.js')).OrganisationsPage,
  })),
  people: lazy(async () => ({ default: (await import('./people/people-page.js')).PeoplePage })),
  keys: lazy(async () => ({ default: (await import('./keys/keys-page.js')).KeysPage })),
  subjects: lazy(async () => ({ default: (await import('./subjects/subjects-page.js')).SubjectsPage })),
  quarantine: lazy(async () => ({
    default: (await import('./quarantine/quarantine-page.js')).QuarantinePage,
  })),
  laneStops: lazy(async () => ({
    default: (await import('./lane-stops/lane-stops-page.js')).LaneStopsPage,
  })),
  alerts: lazy(async () => ({ default: (await import('./alerts/alerts-page.js')).AlertsPage })),
  audit: lazy(async () => ({ default: (await import('./audit/audit-page.js')).AuditPage })),
  account: lazy(async () => ({ default: (await import('./account/account-page.js')).AccountPage })),
}
