import type { EndpointList, Practices } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import type { Signer } from '../signer.js'
import type { LaneStops } from '../control-plane/lane-stops.js'
import type { PracticesVersions } from '../control-plane/practices-versions.js'
import type { ProductKeys } from '../control-plane/product-keys.js'
import type { SettingsInForce } from '../control-plane/settings-in-force.js'
import type { Insight } from '../insight/insight.js'
import type { Backup } from '../backup/create-backup.js'
import type { Catalogue } from '../catalogue/create-catalogue.js'
import type { Retention } from '../retention/create-retention.js'
import type { Replay } from '../quarantine/replay.js'
import type { Spool } from '../spool/spool.js'
import type { Store } from '../store/store.js'
import type { Subjects } from '../subject/create-subjects.js'
import type { OnFailure } from './app.js'
import { addBackupRoutes } from './backup-routes.js'
import { addDataRoutes } from './data-routes.js'
import { addEndpointRoutes } from './endpoint-routes.js'
import { addInsightRoutes } from './insight-routes.js'
import { addOperationRoutes, type OperationParts } from './operation-routes.js'
import type { RequireOperator } from './operator.js'
import { addOperatorSubjectRoutes } from './operator-subject-routes.js'
import { addLaneStopRoutes } from './lane-stop-routes.js'
import { addPolicyRoutes } from './policy-routes.js'
import { addPracticesRoutes } from './practices-routes.js'
import { addPublishRoutes } from './publish-routes.js'
import { addRetentionRoutes } from './retention-routes.js'
import { addQuarantineRoutes } from './quarantine-routes.js'
import { addSettingsRoutes } from './settings-routes.js'
import { addSubjectRoutes } from './subject-routes.js'
import { addStaticRoutes, type StaticFolder } from './static-routes.js'

/** What the routes need. */
export interface RouteParts extends OperationParts {
  /** The practices that are served now, one a product; the list stays the same while what is in it changes. */
  readonly products: readonly Practices[]
  readonly keys: ProductKeys
  readonly settings: SettingsInForce
  readonly laneStops: LaneStops
  readonly versions: PracticesVersions
  readonly policySigner: Signer
  readonly receiptSigner: Signer
  readonly subjects: Subjects
  readonly spool: Spool
  readonly replay: Replay
  readonly store: Store
  readonly retention: Retention
  readonly backup: Backup
  readonly catalogue: Catalogue
  readonly insight: Insight
  readonly requireOperator: RequireOperator
  readonly onFailure: OnFailure
  readonly now: () => number
  readonly endpoints: EndpointList
  readonly staticFolders: readonly StaticFolder[]
}

/** Adds every route but the ingest endpoints. */
export const addRoutes = async (app: FastifyInstance, parts: RouteParts): Promise<void> => {
  addPracticesRoutes(app, parts)
  addPublishRoutes(app, parts)
  addRetentionRoutes(app, parts)
  addBackupRoutes(app, parts)
  addPolicyRoutes(app, parts)
  addSettingsRoutes(app, parts)
  addLaneStopRoutes(app, parts)
  addQuarantineRoutes(app, { ...parts, quarantine: parts.spool.quarantine })
  addDataRoutes(app, parts)
  addInsightRoutes(app, parts)
  addEndpointRoutes(app, parts.endpoints)
  addSubjectRoutes(app, parts)
  addOperatorSubjectRoutes(app, parts)
  addOperationRoutes(app, parts)
  await addStaticRoutes(app, parts.staticFolders)
}
