import type { Kysely, Migration } from 'kysely'

type Db = Kysely<never>

const createOrganisations = async (db: Db): Promise<void> => {
  await db.schema
    .createTable('organisations')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('cloud', 'text', (column) => column.notNull())
    .addColumn('hosting', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('sites')
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sites_key', ['organisation', 'name'])
    .execute()
}

const addColumns = async (db: Db): Promise<void> => {
  const table = (name: string) => db.schema.alterTable(name)
  await table('pools')
    .addColumn('revision', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await table('settings')
    .addColumn('revision', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await table('settings').addColumn('changed_by', 'text').execute()
  await table('practices_versions').addColumn('published_by', 'text').execute()
  for (const name of ['id', 'label', 'created_by'])
    await table('product_keys').addColumn(name, 'text').execute()
  for (const name of ['ends_at', 'revoked_at'])
    await table('product_keys').addColumn(name, 'bigint').execute()
}

const createApprovals = (db: Db): Promise<void> =>
  db.schema
    .createTable('practices_approvals')
    .addColumn('product', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('approver', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('approved_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('practices_approvals_key', ['product', 'version', 'fingerprint', 'approver'])
    .execute()

const createAuditLog = (db: Db): Promise<void> =>
  db.schema
    .createTable('audit_log')
    .addColumn('sequence', 'bigint', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('actor_json', 'text', (column) => column.notNull())
    .addColumn('address', 'text')
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('before_json', 'text', (column) => column.notNull())
    .addColumn('after_json', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()

const createRepetitions = (db: Db): Promise<void> =>
  db.schema
    .createTable('repetitions')
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('idempotency_key', 'text', (column) => column.notNull())
    .addColumn('request_hash', 'text', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('answer', 'text')
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('repetitions_key', ['actor', 'idempotency_key'])
    .execute()

/** Organisations, sites, revisions of rows, lives of keys, approvals, the audit log, and what was answered to writes with a key. */
export const governance: Migration = {
  up: async (db: Db) => {
    await createOrganisations(db)
    await addColumns(db)
    await createApprovals(db)
    await createAuditLog(db)
    await createRepetitions(db)
  },
}
