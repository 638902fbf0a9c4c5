import { Type } from 'typebox'
import { roles } from './access.js'
import type { Contract } from './route.js'
import { exactly, Instant, orNull } from './shapes.js'

const TAG = 'audit log'
const READERS = ['operator', 'privacy-officer', 'auditor'] as const

const Sequence = Type.Integer({ minimum: 0 })
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** What is recorded: the kind of thing, and what happened to it. */
export const AUDITED_ACTIONS = [
  'setting.change',
  'key.create',
  'key.rotate',
  'key.revoke',
  'organisation.create',
  'organisation.change',
  'organisation.remove',
  'site.create',
  'site.remove',
  'pool.change',
  'pool.remove',
  'lane-stop.change',
  'practices.publish',
  'practices.approve',
  'keyring.rotate',
  'keyring.destroy',
  'invitation.create',
  'invitation.revoke',
  'account.create',
  'account.change',
  'account.password',
  'account.second-factor',
  'token.create',
  'token.revoke',
  'session.sign-in',
  'session.sign-in-refused',
  'session.sign-out',
  'subject.access',
  'subject.erasure',
  'data.export',
  'data.sample',
  'error-group.change',
  'view.save',
  'view.remove',
  'release.note',
  'release.forget',
  'alert.create',
  'alert.test',
  'alert.remove',
  'data.backup',
  'quarantine.replay',
  'quarantine.clear',
  'retention.run',
] as const

export const AuditEntry = exactly({
  sequence: Sequence,
  at: Instant,
  action: Type.Enum([...AUDITED_ACTIONS]),
  actor: exactly({
    kind: Type.Enum(['account', 'token', 'command-line', 'service', 'nobody']),
    id: orNull(Type.String()),
    name: Type.String(),
  }),
  address: orNull(Type.String({ description: 'Where the actor came from' })),
  target: Type.String({ description: 'What was changed; never a subject' }),
  before: Type.Unknown(),
  after: Type.Unknown(),
  previous: Hash,
  hash: Hash,
})
export const AuditHead = exactly({ sequence: Sequence, hash: Hash, at: orNull(Instant) })

/** The append-only log of who changed what. */
export const AUDIT_ROUTES = {
  listAudit: {
    method: 'GET',
    path: '/api/audit-log',
    tag: TAG,
    summary: 'Entries of the audit log, the newest first',
    access: roles(...READERS),
    query: exactly({
      before: Type.Optional(Type.Integer({ minimum: 1, description: 'Entries before this sequence' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Default 50' })),
      action: Type.Optional(
        Type.String({ maxLength: 50, description: 'Such as setting.change, or its part before the dot' }),
      ),
    }),
    answer: exactly({ entries: Type.Array(AuditEntry), next: orNull(Sequence) }),
  },
  readAuditHead: {
    method: 'GET',
    path: '/api/audit-log/head',
    tag: TAG,
    summary: 'The newest entry’s sequence and hash; publish it, and nothing before it can be changed unseen',
    access: roles(...READERS),
    answer: AuditHead,
  },
  verifyAudit: {
    method: 'POST',
    path: '/api/audit-log/verification',
    tag: TAG,
    summary: 'Follow the chain, and find what was removed, altered, reordered or cut off',
    writes: 'nothing',
    access: roles(...READERS),
    body: exactly({ head: Type.Optional(exactly({ sequence: Sequence, hash: Hash })) }),
    answer: Type.Union([
      exactly({ kind: Type.Literal('intact'), entries: Sequence, head: AuditHead }),
      exactly({
        kind: Type.Literal('broken'),
        sequence: Sequence,
        fault: Type.Enum(['altered', 'missing', 'reordered', 'truncated', 'other-head']),
      }),
    ]),
  },
} as const satisfies Contract
