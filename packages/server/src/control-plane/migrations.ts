import type { Kysely, Migration } from 'kysely'
import type { Engine } from './engine.js'
import { governance } from './governance-migration.js'
import { createPeopleMigration } from './people-migration.js'

const initial: Migration = {
  up: async (db: Kysely<never>) => {
    await db.schema
      .createTable('product_keys')
      .addColumn('key_hash', 'text', (column) => column.primaryKey())
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('settings')
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('control', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('value_json', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('settings_key', ['product', 'organisation', 'control', 'scope'])
      .execute()
    await db.schema
      .createTable('pools')
      .addColumn('fqdn', 'text', (column) => column.primaryKey())
      .addColumn('organisation', 'text', (column) => column.notNull())
      .addColumn('site', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('revisions')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('practices_versions')
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('definition', 'text', (column) => column.notNull())
      .addColumn('served_at', 'bigint', (column) => column.notNull())
      .addColumn('last_served_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('practices_versions_key', ['product', 'version', 'fingerprint'])
      .execute()
  },
}

const subjectRequests: Migration = {
  up: async (db: Kysely<never>) => {
    await db.schema
      .createTable('subject_requests')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('category', 'text', (column) => column.notNull())
      .addColumn('subject_by', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text')
      .addColumn('sealed_ids', 'text')
      .addColumn('requested_at', 'bigint', (column) => column.notNull())
      .addColumn('completed_at', 'bigint')
      .addColumn('erased', 'bigint')
      .addColumn('receipt', 'text')
      .execute()
    await db.schema
      .createTable('tombstones')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('category', 'text', (column) => column.notNull())
      .addColumn('subject_by', 'text', (column) => column.notNull())
      .addColumn('key_epoch', 'integer', (column) => column.notNull())
      .addColumn('before_time', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('marks', 'text', (column) => column.notNull())
      .execute()
  },
}

const retention: Migration = {
  up: async (db: Kysely<never>) => {
    await db.schema
      .createTable('retention')
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('category', 'text', (column) => column.notNull())
      .addColumn('data_type', 'text', (column) => column.notNull())
      .addColumn('removed', 'bigint', (column) => column.notNull())
      .addColumn('completed_at', 'bigint')
      .addColumn('open_cutoffs', 'text')
      .addPrimaryKeyConstraint('retention_key', ['product', 'category', 'data_type'])
      .execute()
  },
}

const publishedVersions: Migration = {
  up: async (db: Kysely<never>) => {
    await db.schema.alterTable('practices_versions').addColumn('published_at', 'bigint').execute()
  },
}

const laneStops: Migration = {
  up: async (db: Kysely<never>) => {
    await db.schema
      .createTable('lane_stops')
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('category', 'text', (column) => column.notNull())
      .addColumn('until_time', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('lane_stops_key', ['product', 'category'])
      .execute()
  },
}

const errorGroups: Migration = {
  up: async (db: Kysely<never>) => {
    await db.schema
      .createTable('error_groups')
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('mark', 'text', (column) => column.notNull())
      .addColumn('marked_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('error_groups_key', ['product', 'fingerprint'])
      .execute()
  },
}

const alerts: Migration = {
  up: async (db: Kysely<never>) => {
    await db.schema
      .createTable('alerts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('definition_json', 'text', (column) => column.notNull())
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .addColumn('checked_at', 'bigint', (column) => column.notNull())
      .addColumn('progress_json', 'text', (column) => column.notNull())
      .execute()
  },
}

const releases: Migration = {
  up: async (db: Kysely<never>) => {
    await db.schema
      .createTable('releases')
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('releases_key', ['product', 'version'])
      .execute()
  },
}

const savedViews: Migration = {
  up: async (db: Kysely<never>) => {
    await db.schema
      .createTable('saved_views')
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('saved_views_key', ['product', 'name'])
      .execute()
  },
}

/** The migrations, by name; they run in the order of their names, each once. */
export const createMigrations = (engine: Engine): Readonly<Record<string, Migration>> => ({
  '0001-initial': initial,
  '0010-subject-requests': subjectRequests,
  '0020-retention': retention,
  '0021-published-versions': publishedVersions,
  '0030-lane-stops': laneStops,
  '0040-governance': governance,
  '0041-people': createPeopleMigration(engine),
  '0050-error-groups': errorGroups,
  '0051-alerts': alerts,
  '0052-releases': releases,
  '0053-saved-views': savedViews,
})
