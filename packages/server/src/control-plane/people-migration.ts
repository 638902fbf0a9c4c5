import { sql, type Kysely, type Migration, type RawBuilder } from 'kysely'
import type { Engine } from './engine.js'

type Db = Kysely<never>

/** What a column of the library's tables holds; owner names the account that a row belongs to, and goes with it. */
type Kind = 'text' | 'unique' | 'number' | 'truth' | 'instant' | 'owner'

interface LibraryTable {
  readonly needed: Readonly<Record<string, Kind>>
  readonly optional: Readonly<Record<string, Kind>>
  readonly indexed: readonly string[]
}

const TIMES = { createdAt: 'instant', updatedAt: 'instant' } as const

/** The tables of the library of accounts, as it wants them; a test asks it. */
const LIBRARY_TABLES: Readonly<Record<string, LibraryTable>> = {
  accounts: {
    needed: { name: 'text', email: 'unique', emailVerified: 'truth', ...TIMES },
    optional: { image: 'text', twoFactorEnabled: 'truth' },
    indexed: [],
  },
  sessions: {
    needed: { expiresAt: 'instant', token: 'unique', ...TIMES, userId: 'owner' },
    optional: { ipAddress: 'text', userAgent: 'text' },
    indexed: ['userId'],
  },
  credentials: {
    needed: { accountId: 'text', providerId: 'text', userId: 'owner', ...TIMES },
    optional: {
      accessToken: 'text',
      refreshToken: 'text',
      idToken: 'text',
      accessTokenExpiresAt: 'instant',
      refreshTokenExpiresAt: 'instant',
      scope: 'text',
      password: 'text',
    },
    indexed: ['userId'],
  },
  verifications: {
    needed: { identifier: 'text', value: 'text', expiresAt: 'instant', ...TIMES },
    optional: {},
    indexed: ['identifier'],
  },
  second_factors: {
    needed: { secret: 'text', backupCodes: 'text', userId: 'owner' },
    optional: { verified: 'truth', failedVerificationCount: 'number', lockedUntil: 'instant' },
    indexed: ['secret', 'userId'],
  },
  api_tokens: {
    needed: { configId: 'text', referenceId: 'text', key: 'text', ...TIMES },
    optional: {
      name: 'text',
      start: 'text',
      prefix: 'text',
      refillInterval: 'number',
      refillAmount: 'number',
      lastRefillAt: 'instant',
      enabled: 'truth',
      rateLimitEnabled: 'truth',
      rateLimitTimeWindow: 'number',
      rateLimitMax: 'number',
      requestCount: 'number',
      remaining: 'number',
      lastRequest: 'instant',
      expiresAt: 'instant',
      permissions: 'text',
      metadata: 'text',
    },
    indexed: ['configId', 'referenceId', 'key'],
  },
}

const typeOf = (kind: Kind, engine: Engine): RawBuilder<unknown> => {
  switch (kind) {
    case 'text':
    case 'unique':
    case 'owner':
      return sql`text`
    case 'number':
      return sql`integer`
    case 'truth':
      return engine === 'sqlite' ? sql`integer` : sql`boolean`
    case 'instant':
      return engine === 'sqlite' ? sql`date` : sql`timestamptz`
    default:
      return kind satisfies never
  }
}

const createLibraryTable = async (
  db: Db,
  engine: Engine,
  name: string,
  { needed, optional, indexed }: LibraryTable,
): Promise<void> => {
  let table = db.schema.createTable(name).addColumn('id', 'text', (column) => column.primaryKey().notNull())
  for (const [each, kind] of Object.entries(needed)) {
    table = table.addColumn(each, typeOf(kind, engine), (column) => {
      if (kind === 'unique') return column.notNull().unique()
      return kind === 'owner'
        ? column.notNull().references('accounts.id').onDelete('cascade')
        : column.notNull()
    })
  }
  for (const [each, kind] of Object.entries(optional)) table = table.addColumn(each, typeOf(kind, engine))
  await table.execute()
  for (const column of indexed)
    await db.schema.createIndex(`${name}_${column}_idx`).on(name).column(column).execute()
}

const createGrants = async (db: Db): Promise<void> => {
  await db.schema
    .createTable('grants')
    .addColumn('account', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('last_sign_in_at', 'bigint')
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('token_grants')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text')
    .execute()
}

const createInvitations = (db: Db): Promise<void> =>
  db.schema
    .createTable('invitations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('email', 'text')
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('organisation', 'text')
    .addColumn('invited_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('accepted_at', 'bigint')
    .addColumn('revoked_at', 'bigint')
    .execute()

/** Accounts with their sessions, credentials, second factors and API tokens, the roles of both, and invitations. */
export const createPeopleMigration = (engine: Engine): Migration => ({
  up: async (db: Db) => {
    for (const [name, table] of Object.entries(LIBRARY_TABLES))
      await createLibraryTable(db, engine, name, table)
    await createGrants(db)
    await createInvitations(db)
  },
})
