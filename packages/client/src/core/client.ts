import type { BareDataType, DataCategory, DevicePractices, LogLine, Meeting, Policy } from '@candor/practices'

import type { CandorOptions } from './candor-options.js'
import type { Device } from './device.js'
import type { DeviceSettings } from './device-settings.js'
import type { Count } from './diagnostics.js'
import type { Inspection } from './inspection.js'
import type { Data, EnvelopeHead, Stored } from './kept-report.js'
import type { Platform } from './platform.js'
import type { Reminder } from './reminder.js'

/** Who uses the app: the id as it was given, in memory alone, and the key that stands for it in the storage. */
export interface LocalUser {
  readonly id: string
  readonly key: string
}

/** What decisions take from a policy. */
export type PolicyInForce = Pick<Policy, 'settings' | 'meeting'>

/** A policy as it was answered; what is spoilt in the storage may have nothing of it. */
export interface KeptAnswer {
  readonly etag?: string | null
  /** The exact text, which was signed. */
  readonly text?: string
  /** As base64url. */
  readonly signature?: string | null
  /** refused: what came after it was no policy to believe, so the strictest counts until a good one comes. */
  readonly state?: 'refused'
}

/** The policy of an organisation, or of a pool whose meeting was joined, as this instance knows it. */
export interface KnownPolicy {
  readonly origin: Pick<EnvelopeHead, 'org' | 'pool'>
  /** The key that it is kept under. */
  readonly name: string
  /** What is kept, as text, and as it was read. */
  stored?: string | undefined
  kept: KeptAnswer
  policy?: Policy | undefined
  /** Resolves when what is kept is verified. */
  verified?: Promise<void> | undefined
  /** Milliseconds since 1970 of this run's last answer. */
  askedMillis: number
  asking?: Promise<void> | undefined
}

/** What changes in a client besides what the device keeps. Lanes see the same one. */
export interface ClientState {
  /** The service's base URL; empty: nothing is asked, also after closing. */
  endpoint: string
  /** What the device itself holds. */
  own: DeviceSettings
  user?: LocalUser | undefined
  meeting?: Meeting | undefined
  /** Resolves when no first hash is being made. */
  hashing: Promise<unknown>
  /** gzip makes a browser ask first (CORS), which not every way to a service lets through. */
  form: 'gzip' | 'plain'
  /** Whether the app's doors are open; early: what is kept was not read yet. */
  doors: 'early' | 'open' | 'closed'
  /** Milliseconds since 1970 of the start, by the device's own clock; undefined once the service told the time. */
  startedMillis: number | undefined
  /** The registered name of the organisation. */
  org?: string | undefined
  log?: Inspection | undefined
}

/** One app's Candor, as the functions of the core see it. */
export interface Client {
  readonly options: CandorOptions<DevicePractices>
  readonly practices: DevicePractices
  /** With a clock that is put right by the service's. */
  readonly platform: Platform
  readonly device: Device
  readonly count: Count
  readonly state: ClientState
  /** Census, usage and errors, which share nothing but the client. */
  readonly lanes: readonly Lane[]
  readonly policies: Map<string, KnownPolicy>
  /** Requests under way, and their paths. */
  readonly inFlight: Map<AbortController, string>
  /** Keeps what was recorded. */
  readonly save: () => void
  /** What decisions depend on may be another: decides anew, and tells those who want to hear. */
  readonly changed: () => void
}

/** A lane: what it records, what it keeps (on the device) and when it sends. It sees all of its client. */
export interface Lane extends Client {
  readonly category: DataCategory
  /** How often it makes a report. */
  readonly intervalMillis: number
  readonly types: Readonly<Record<string, BareDataType>>
  /** The checks of values by data type, compiled when they are first needed. */
  readonly checks: Map<string, (value: unknown) => boolean>
  /** The data types that are recorded now. */
  readonly open: Set<string>
  /** The counts since they were last taken; those of labels by data type. */
  counts: Data
  /** The values that are set. */
  readonly values: Data
  /** Whether there is something to keep; presence: also where nothing was counted. */
  news: 'none' | 'counts' | 'presence'
  /** What waits in memory for the policy of where it was recorded: each keeps it, or waits again. */
  held: (() => void)[]
  /** Errors that wait in memory for the next save. */
  caught: { readonly data: Data; readonly atMillis: number }[]
  /** The last lines of the app's log, in memory alone. */
  lines: (LogLine & { readonly atMillis: number })[]
  /** What the app attaches to errors, by data type. */
  readonly attached: Map<string, () => unknown>
  /** Whose lines they are. */
  lastUser: string | undefined
  /** The names of what this instance adds to: nobody else does. */
  readonly mine: Set<string>
  /** The ids of the reports that it began while it was being left. */
  readonly rests: Set<string>
  /** The reports that are being sent. */
  sent: readonly Stored[]
  sending: Promise<unknown>
  next: Promise<unknown> | undefined
  isBusy: boolean
  /** Until when this run does not try at all. */
  restsUntilMillis: number
  /** Failures in a row before what is being sent. */
  failuresBefore: number | undefined
  readonly saving: Reminder
  readonly running: Reminder
}
