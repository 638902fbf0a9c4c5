import { openControlPlane } from './control-plane/open-control-plane.js'
import { change, type AuditFact } from './control-plane/audit-log.js'
import { verifyAudit, type AuditVerdict, type PublishedHead } from './control-plane/verify-audit.js'

export type { AuditFact } from './control-plane/audit-log.js'
export type { AuditHead, AuditVerdict, PublishedHead } from './control-plane/verify-audit.js'

/** Follows the audit log of a control plane: a file, or a postgres:// address. */
export const verifyAuditOf = async (place: string, published?: PublishedHead): Promise<AuditVerdict> => {
  const controlPlane = await openControlPlane(place)
  try {
    return await verifyAudit(controlPlane, published)
  } finally {
    await controlPlane.destroy()
  }
}

const COMMAND_LINE = {
  actor: { kind: 'command-line', id: null, name: 'command line' },
  address: null,
} as const

/**
 * Does something on the command line with an entry in the audit log of a control plane: where the entry cannot be
 * written, such as with CANDOR_CONTROL_PLANE_AWAY, nothing is done, and where it fails there is no entry.
 */
export const doAudited = async <T>(
  place: string,
  nowMillis: number,
  work: () => Promise<{ readonly result: T; readonly fact: AuditFact }>,
): Promise<T> => {
  const controlPlane = await openControlPlane(place)
  try {
    return await change(controlPlane, { ...COMMAND_LINE, nowMillis }, work)
  } finally {
    await controlPlane.destroy()
  }
}
