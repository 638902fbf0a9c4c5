import type { EndpointList, Practices } from '@candor/practices'
import type { Catalogue } from '../catalogue/create-catalogue.js'
import type { ProductKeys } from '../control-plane/keys-in-force.js'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import type { PracticesVersions } from '../control-plane/practices-versions.js'
import type { SettingsInForce } from '../control-plane/settings-in-force.js'
import type { People } from '../people/open-people.js'
import type { InsightAccess } from './authorise.js'
import type { Handlers } from './call.js'
import type { API_CONTRACT } from './contract/api-contract.js'
import { accountHandlers } from './handlers/account-handlers.js'
import { auditHandlers } from './handlers/audit-handlers.js'
import { dataHandlers, type DataParts } from './handlers/data-handlers.js'
import { explainHandlers } from './handlers/explain-handlers.js'
import { alertHandlers, type AlertParts } from './handlers/alert-handlers.js'
import { insightHandlers, type InsightParts } from './handlers/insight-handlers.js'
import { keyHandlers } from './handlers/key-handlers.js'
import { organisationHandlers } from './handlers/organisation-handlers.js'
import { peopleHandlers } from './handlers/people-handlers.js'
import { practicesHandlers } from './handlers/practices-handlers.js'
import { releaseHandlers } from './handlers/release-handlers.js'
import { sessionHandlers } from './handlers/session-handlers.js'
import { settingsHandlers } from './handlers/settings-handlers.js'
import { subjectHandlers, type SubjectParts } from './handlers/subject-handlers.js'
import { viewHandlers } from './handlers/view-handlers.js'

/** What the handlers of the API need. */
export interface HandlerParts
  extends
    Omit<DataParts, 'quarantine'>,
    Omit<InsightParts, 'spool' | 'retention' | 'subjects'>,
    Pick<AlertParts, 'deliver'>,
    SubjectParts {
  readonly products: readonly Practices[]
  readonly controlPlane: ControlPlane
  readonly spool: InsightParts['spool'] & { readonly quarantine: DataParts['quarantine'] }
  readonly keys: ProductKeys
  readonly settings: SettingsInForce
  readonly versions: PracticesVersions
  readonly catalogue: Catalogue
  readonly people: People
  readonly endpoints: EndpointList
  readonly insights: InsightAccess
  /** Makes a change count in all collector processes. */
  readonly spread: () => Promise<void>
}

/** The handlers of every route of the API. */
export const createHandlers = (parts: HandlerParts): Handlers<typeof API_CONTRACT> => {
  const { people, controlPlane, settings, spread } = parts
  const onChanged = async (): Promise<void> => {
    await settings.reload()
    await spread()
  }
  return {
    ...sessionHandlers(parts),
    ...accountHandlers(people),
    ...peopleHandlers(people),
    ...organisationHandlers({ ...parts, onChanged }),
    ...settingsHandlers(parts),
    ...explainHandlers(parts),
    ...keyHandlers(parts),
    ...practicesHandlers(parts),
    ...subjectHandlers(parts),
    ...insightHandlers(parts),
    ...releaseHandlers(parts),
    ...viewHandlers(parts),
    ...alertHandlers(parts),
    ...dataHandlers({ ...parts, quarantine: parts.spool.quarantine }),
    ...auditHandlers(controlPlane),
  }
}
