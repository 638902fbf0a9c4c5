import type { Candor } from '@candor/client/browser'
import type {
  CandorOfSubject,
  DroppedReports,
  KeptOnDevice,
  SentRequest,
} from '@candor/client/subject-requests'

/** The part of an app's Candor that the viewer uses, whatever its practices. */
export interface CandorOfViewer
  extends Pick<Candor, 'practices' | 'client' | 'decide' | 'subscribe' | 'diagnostics'>, CandorOfSubject {
  /** Resolves when what the device keeps was read. */
  readonly ready: Promise<void>
  /** Whether what waits, was sent and dropped is kept to be shown. Default: it is. */
  readonly inspected?: boolean
  waiting(): readonly KeptOnDevice[]
  sent(): readonly SentRequest[]
  dropped(): readonly DroppedReports[]
  /** Erases what grows, waits and was logged on this device. */
  erase(): Promise<void>
  /** Erases, and makes a new device id that has nothing to do with the old one. */
  reset(): Promise<void>
}
