import { openControlPlane } from './control-plane/open-control-plane.js'
import { verifyAudit, type AuditVerdict, type PublishedHead } from './control-plane/verify-audit.js'

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
