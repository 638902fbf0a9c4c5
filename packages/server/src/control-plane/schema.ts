import type { DataCategory, SubjectKind } from '@candor/practices'
import type { AlertsTable } from './alerts-schema.js'
import type { AuditTables } from './audit-schema.js'
import type { PeopleTables } from './people-schema.js'

/** The control plane's tables, as Kysely types them. */
export interface ControlPlaneTables extends PeopleTables, AuditTables {
  /** Ingest keys, kept as SHA-256 hashes. */
  readonly product_keys: {
    readonly product: string
    readonly key_hash: string
    readonly created_at: number
    /** Random; null for a key from before keys had names. */
    readonly id: string | null
    readonly label: string | null
    readonly created_by: string | null
    /** The key does not count from then on; null while nothing took its place. */
    readonly ends_at: number | null
    readonly revoked_at: number | null
  }
  /** Settings of controls. The organisation is '' for the deployment's own. */
  readonly settings: {
    readonly product: string
    readonly organisation: string
    readonly control: string
    readonly scope: string
    readonly value_json: string
    readonly updated_at: number
    /** The number of settings' changes when it was changed last; 0 for one from before rows had revisions. */
    readonly revision: number
    readonly changed_by: string | null
  }
  /** Numbers that count up, by name. */
  readonly revisions: { readonly name: string; readonly value: number }
  /** Every practices version that was ever served, with the fingerprint it was served under. */
  readonly practices_versions: {
    readonly product: string
    readonly version: number
    readonly fingerprint: string
    /** The definition as JSON, gzip, base64. */
    readonly definition: string
    readonly served_at: number
    /** When it was last begun to be served. */
    readonly last_served_at: number
    /** When it was published to the running service; null where the configuration alone brought it. */
    readonly published_at: number | null
    readonly published_by: string | null
  }
  /** Who approved a version of practices, by its fingerprint. */
  readonly practices_approvals: {
    readonly product: string
    readonly version: number
    readonly fingerprint: string
    readonly approver: string
    readonly name: string
    readonly role: string
    readonly note: string | null
    readonly approved_at: number
  }
  /** Organisations by their registered name, in lower case. */
  readonly organisations: {
    readonly name: string
    readonly label: string
    readonly cloud: string
    readonly hosting: 'online' | 'on-premises'
    readonly created_at: number
    readonly revision: number
  }
  /** Sites of an organisation, or of the deployment (''). */
  readonly sites: { readonly organisation: string; readonly name: string; readonly revision: number }
  /** What retention removed, by lane, and by data type ('' for whole reports). */
  readonly retention: {
    readonly product: string
    readonly category: string
    readonly data_type: string
    readonly removed: number
    readonly completed_at: number | null
    /** JSON; a removal that was counted and is not completed. */
    readonly open_cutoffs: string | null
  }
  /** Erasures that were asked for, one lane each. Nothing in a completed one says whose it was. */
  readonly subject_requests: {
    /** Random; who knows it may ask how far the erasure is. */
    readonly id: string
    readonly product: string
    readonly category: DataCategory
    readonly subject_by: SubjectKind
    /** A keyed hash of the ids, to know a request that is repeated while it is open; null once it is completed. */
    readonly fingerprint: string | null
    /** The ids under a key that is not in the database; null once it is completed. */
    readonly sealed_ids: string | null
    readonly requested_at: number
    readonly completed_at: number | null
    /** Reports found, counted before the first is deleted; null until then. */
    readonly erased: number | null
    /** JSON. */
    readonly receipt: string | null
  }
  /** What admission refuses after an erasure. */
  readonly tombstones: {
    readonly id: string
    readonly product: string
    readonly category: DataCategory
    readonly subject_by: SubjectKind
    /** The epoch that the pseudonym is of; 0 where there is none. */
    readonly key_epoch: number
    /** What begins before or at it is refused; in the lane's precision, so that two lanes' tombstones do not share an instant. */
    readonly before_time: number
    readonly expires_at: number
    /** Keyed fingerprints of the ids with a short hint each, in bytes as base64url. */
    readonly marks: string
  }
  /** Lanes that take no reports until an instant. */
  readonly lane_stops: {
    readonly product: string
    readonly category: DataCategory
    readonly until_time: number
  }
  readonly alerts: AlertsTable
  /** Groups of errors that somebody said something of. */
  readonly error_groups: {
    readonly product: string
    readonly fingerprint: string
    readonly mark: 'resolved' | 'ignored'
    readonly marked_at: number
  }
  /** Versions of products that came out, and on which day (UTC). */
  readonly releases: {
    readonly product: string
    readonly version: string
    readonly day: string
  }
  /** Views of the insights under names. */
  readonly saved_views: {
    readonly product: string
    readonly name: string
    readonly address: string
  }
  /** Pools that host meetings, and the site each is at. */
  readonly pools: {
    readonly fqdn: string
    readonly organisation: string
    readonly site: string
    readonly revision: number
  }
}
