import type { DataCategory } from '@candor/practices'

import type { Client } from '../core/client.js'
import type { Inspect } from '../core/inspection.js'
import { createAcknowledged } from './acknowledged.js'
import { isDroppedReports, isSentRequest } from './kept-entries.js'
import { createKeptLog } from './kept-log.js'
import { listKept } from './list-kept.js'
import { createWithdrawal } from './withdrawal.js'

/**
 * Keeps what became of the device's reports, on the device alone, for the person who uses it: give it to `createCandor`
 * as `inspect`. `<candor-viewer>` and the subject requests need it.
 */
export const inspection = (): Inspect<Client> => (client) => {
  const { device, platform, lanes } = client
  const withoutWithdrawn = createWithdrawal(client)
  const sent = createKeptLog('sent', isSentRequest, device, platform)
  const dropped = createKeptLog('dropped', isDroppedReports, device, platform)
  const idsOf = (category: DataCategory) => createAcknowledged(`${category}.ids`, device, platform.now)
  const ids = { census: idsOf('census'), usage: idsOf('usage'), error: idsOf('error') }
  return {
    sent: (request) => sent.add(withoutWithdrawn(request)),
    withdraw: () => sent.change(withoutWithdrawn),
    dropped: (category, reason, of, dataType) => {
      if (of.length > 0) dropped.add({ category, atMillis: platform.now(), reason, dataType, ids: of })
    },
    acknowledged: (category, of) => ids[category].add(of),
    readWaiting: () => lanes.flatMap(listKept),
    readSent: sent.read,
    readDropped: dropped.read,
    readIds: (category) => ids[category]?.read() ?? [],
  }
}
