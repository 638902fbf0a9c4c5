import type { DataCategory } from '@candor/practices'

/** A report that is on the device, as a viewer shows it. */
export interface KeptOnDevice {
  readonly category: DataCategory
  readonly id: string
  /** growing: it still adds up; waiting: it goes with the next request. */
  readonly state: 'growing' | 'waiting'
  /** The exact body of a request that held this report alone, if it were sent now. */
  readonly body: string
}

/** A request that was answered: the exact body (before any compression), when, and what came back. */
export interface SentRequest {
  readonly category: DataCategory
  /** Milliseconds since 1970. */
  readonly atMillis: number
  readonly body: string
  readonly status: number
  /** The answer's text. */
  readonly answer: string
  /** Why the body was removed from the device and is empty: the person took the consent to it back. */
  readonly removed?: 'withdrawn'
}

/** Reports that will not be sent, and why. */
export interface DroppedReports {
  readonly category: DataCategory
  /** Milliseconds since 1970. */
  readonly atMillis: number
  /** forbidden, too-old, queue-full, storage-spoilt, erased, or the service's code where it refused them. */
  readonly reason: string
  /** The data type at fault, where the service named one. */
  readonly dataType?: string | undefined
  readonly ids: readonly string[]
}

/** What keeps what becomes of the device's reports, and shows it. */
export interface Inspection {
  /** A request was answered. */
  sent(request: SentRequest): void
  /** Reports will not be sent. `dataType` is the one at fault, where the service named one. */
  dropped(category: DataCategory, reason: string, ids: readonly string[], dataType?: string): void
  /** The service has reports, by their ids. */
  acknowledged(category: DataCategory, ids: readonly string[]): void
  /** Consents may be others than before: what a person took back is removed from the bodies that are kept. */
  withdraw(): void
  readWaiting(): readonly KeptOnDevice[]
  readSent(): readonly SentRequest[]
  readDropped(): readonly DroppedReports[]
  readIds(category: DataCategory): readonly string[]
}

/**
 * Begins to keep what becomes of a client's reports: `inspection()` of `@candor/client/inspection`. `C` is the client; options,
 * which the client itself has, leave it open.
 */
export type Inspect<C = never> = (client: C) => Inspection
