import type { ChangedBy } from '../control-plane/audit-log.js'

/** Somebody who changes something in a test, at an instant. */
export const changedBy = (nowMillis: number): ChangedBy => ({
  actor: { kind: 'account', id: 'tester', name: 'A tester' },
  address: null,
  nowMillis,
})
