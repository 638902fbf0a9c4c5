import { ALERT_ROUTES } from './alert-routes.js'
import { AUDIT_ROUTES } from './audit-routes.js'
import { DATA_ROUTES } from './data-routes.js'
import { EXPLAIN_ROUTES } from './explain-routes.js'
import { INSIGHT_ROUTES } from './insight-routes.js'
import { KEY_ROUTES } from './key-routes.js'
import { ORGANISATION_ROUTES } from './organisation-routes.js'
import { PEOPLE_ROUTES } from './people-routes.js'
import { PRACTICES_ROUTES } from './practices-routes.js'
import type { Contract } from './route.js'
import { RELEASE_ROUTES } from './release-routes.js'
import { SESSION_ROUTES } from './session-routes.js'
import { SETTINGS_ROUTES } from './settings-routes.js'
import { SUBJECT_ROUTES } from './subject-routes.js'
import { VIEW_ROUTES } from './view-routes.js'

/** Every route of the API, by the name of its operation. */
export const API_CONTRACT = {
  ...SESSION_ROUTES,
  ...PEOPLE_ROUTES,
  ...ORGANISATION_ROUTES,
  ...SETTINGS_ROUTES,
  ...EXPLAIN_ROUTES,
  ...KEY_ROUTES,
  ...PRACTICES_ROUTES,
  ...SUBJECT_ROUTES,
  ...INSIGHT_ROUTES,
  ...RELEASE_ROUTES,
  ...VIEW_ROUTES,
  ...ALERT_ROUTES,
  ...DATA_ROUTES,
  ...AUDIT_ROUTES,
} as const satisfies Contract
