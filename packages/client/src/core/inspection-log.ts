import type { DataCategory } from '@candor/practices'

import { createAcknowledged } from './acknowledged.js'
import type { Device } from './device.js'
import type { DroppedReports, SentRequest } from './inspection.js'
import { createKeptLog } from './kept-log.js'
import type { Platform } from './platform.js'

/** What became of the device's reports: kept on the device alone, for the person who uses it. */
export interface InspectionLog {
  /** A request was answered. */
  sent(request: SentRequest): void
  /** Reports will not be sent. `dataType` is the one at fault, where the service named one. */
  dropped(category: DataCategory, reason: string, ids: readonly string[], dataType?: string): void
  /** The service has reports, by their ids. */
  acknowledged(category: DataCategory, ids: readonly string[]): void
  readonly readSent: () => readonly SentRequest[]
  readonly readDropped: () => readonly DroppedReports[]
  readonly acknowledgedIds: (category: DataCategory) => readonly string[]
}

/** Opens the logs that a device keeps. */
export const createInspectionLog = ({ own }: Device, platform: Platform): InspectionLog => {
  const sent = createKeptLog<SentRequest>('sent', own, platform)
  const dropped = createKeptLog<DroppedReports>('dropped', own, platform)
  const idsOf = (category: DataCategory) => createAcknowledged(`${category}.ids`, own, platform.now)
  const ids = { census: idsOf('census'), usage: idsOf('usage'), error: idsOf('error') }
  return {
    sent: sent.add,
    dropped: (category, reason, of, dataType) => {
      if (of.length > 0) dropped.add({ category, atMillis: platform.now(), reason, dataType, ids: of })
    },
    acknowledged: (category, of) => ids[category].add(of),
    readSent: sent.read,
    readDropped: dropped.read,
    acknowledgedIds: (category) => ids[category]?.read() ?? [],
  }
}
