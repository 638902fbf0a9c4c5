import { entryOf } from '../../control-plane/audit-log.js'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import { readAuditHead, verifyAudit } from '../../control-plane/verify-audit.js'
import type { Handlers } from '../call.js'
import type { AUDIT_ROUTES } from '../contract/audit-routes.js'

const DEFAULT_LIMIT = 50

/** The audit log. */
export const auditHandlers = (controlPlane: ControlPlane): Handlers<typeof AUDIT_ROUTES> => ({
  listAudit: async ({ query: { before, limit = DEFAULT_LIMIT, action } }) => {
    let rows = controlPlane
      .selectFrom('audit_log')
      .selectAll()
      .orderBy('sequence', 'desc')
      .limit(limit + 1)
    if (before !== undefined) rows = rows.where('sequence', '<', before)
    if (action !== undefined)
      rows = rows.where((row) => row.or([row('action', '=', action), row('action', 'like', `${action}.%`)]))
    const found = await rows.execute()
    const entries = found.slice(0, limit).map(entryOf)
    return { entries, next: found.length > limit ? (entries.at(-1)?.sequence ?? null) : null }
  },
  readAuditHead: async () => readAuditHead(controlPlane),
  verifyAudit: async ({ body }) => verifyAudit(controlPlane, body.head),
})
