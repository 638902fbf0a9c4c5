import type {
  BareDataType,
  ConsentAnswer,
  DataCategory,
  Decision,
  DevicePractices,
  LogLine,
  Meeting,
  ValueOf,
} from '@candor/practices'

import type { DeviceSettings } from './device-settings.js'
import type { Diagnostics } from './diagnostics.js'
import type { DroppedReports, KeptOnDevice, SentRequest } from './inspection.js'

/** Adds to a count, on the device. */
export interface CountRecorder {
  /** Adds a whole number of occurrences. Default 1. */
  add(occurrences?: number): void
}

/** Adds to an amount of time, on the device. */
export interface DurationRecorder {
  /** Adds an amount in the unit that the practices give. */
  add(amount: number): void
}

/** Adds to the counts of labels, on the device. */
export interface LabelledCountRecorder<Label extends string> {
  /** Adds a whole number of occurrences of a label. Default 1. */
  add(label: Label, occurrences?: number): void
}

/** Adds values to a distribution, on the device: each is counted by the bucket it falls into, and the value itself is not kept. */
export interface DistributionRecorder {
  /** A finite number, in the unit that the practices give. */
  record(value: number): void
}

/** Keeps a value that every report of the lane holds until it is set anew. */
export interface ValueRecorder<V> {
  set(value: V): void
}

type LabelOf<T> = T extends { readonly labels: readonly (infer L extends string)[] } ? L : string

/** The recorder of a data type. The client itself fills in ids, so they have none. */
export type RecorderOf<T extends BareDataType> = T extends { readonly kind: 'count' }
  ? CountRecorder
  : T extends { readonly kind: 'duration' }
    ? DurationRecorder
    : T extends { readonly kind: 'labelled-count' }
      ? LabelledCountRecorder<LabelOf<T>>
      : T extends { readonly kind: 'distribution' }
        ? DistributionRecorder
        : T extends { readonly kind: 'twice-hashed-user-id' | 'device-id' | 'service-hashed-user-id' }
          ? never
          : ValueRecorder<ValueOf<T>>

type RecordedNames<Types extends Readonly<Record<string, BareDataType>>> = {
  [K in keyof Types]: RecorderOf<Types[K]> extends never ? never : K
}[keyof Types]

/** The recorders of a lane, by data type. */
export type Recorders<P extends DevicePractices, C extends 'census' | 'usage'> = {
  readonly [K in RecordedNames<P['dataTypes'][C]>]: RecorderOf<P['dataTypes'][C][K]>
}

type ErrorInputOf<T> = T extends { readonly kind: 'exception' } ? ValueOf<T> | Error : ValueOf<T>

/** What one error report may hold. An Error object is read for its type, message and stack; the user id is filled in. */
export type ErrorInput<P extends DevicePractices> = {
  readonly [
    K in keyof P['dataTypes']['error'] as P['dataTypes']['error'][K] extends {
      readonly kind: 'service-hashed-user-id'
    }
      ? never
      : K
  ]?: ErrorInputOf<P['dataTypes']['error'][K]>
}

/** Reports errors, one report each. */
export interface ErrorRecorder<P extends DevicePractices> {
  report(error: ErrorInput<P>): void
  /**
   * Keeps a line in memory, the last ones alone: they go with each error report that has no value for the data type of
   * kind `log`. A longer message is cut; where that data type is not collected, nothing is kept.
   */
  log(level: LogLine['level'], message: string): void
  /**
   * Attaches a data type to each error report that has no value for it: `read` is asked at the moment of the error, and
   * answers undefined where it has none. Returns the way to stop that.
   */
  attach<K extends keyof ErrorInput<P> & string>(
    name: K,
    read: () => ErrorInput<P>[K] | undefined,
  ): () => void
}

/** The names of the practices' controls that are a person's own choice. */
export type ChoiceName<P extends DevicePractices> = string extends keyof P['controls']
  ? string
  : {
      [K in keyof P['controls'] & string]: P['controls'][K] extends { readonly kind: 'choice' } ? K : never
    }[keyof P['controls'] & string]

/**
 * The signed-in user's own choices, on this device. `control` names which; without it the practices' only choice control
 * is meant, and where there is none or more than one, that is counted and nothing happens.
 */
export interface ConsentControl<Name extends string = string> {
  /** undecided where nobody is signed in or nothing was chosen; it counts as the control's default. */
  get(control?: Name): ConsentAnswer
  /** Keeps an answer to the wording of these practices. */
  set(answer: Exclude<ConsentAnswer, 'undecided'>, control?: Name): void
  /** Whether the user granted before some of what the control governs was collected, which the consent does not cover. */
  asksAgain(control?: Name): boolean
  /** What that is, such as error.ErrorLog. */
  uncovered(control?: Name): readonly string[]
}

/** One app's Candor on one device. Nothing of it throws into the app or blocks it. */
export interface Candor<P extends DevicePractices = DevicePractices> {
  readonly practices: P
  readonly client: P['clients'][number]
  /** Where its reports go. */
  readonly connection: { readonly endpoint: string; readonly key: string }
  /**
   * Resolves when what the device keeps was read. Recorders, users, meetings, choices and errors work before, take effect
   * then, and nothing is sent before; it never rejects.
   */
  readonly ready: Promise<void>
  /** Whether what waits, was sent and dropped can be shown: the app gave the option `inspect`. */
  readonly inspected: boolean
  /** Whether a user was set, who can choose. */
  readonly signedIn: boolean
  readonly census: Recorders<P, 'census'>
  readonly usage: Recorders<P, 'usage'>
  readonly error: ErrorRecorder<P>
  readonly consent: ConsentControl<ChoiceName<P>>
  /** Who uses the app now; undefined after signing out. The raw id is kept in memory alone. */
  setUser(userId: string | undefined): void
  /** The meeting that is joined, whose pool may govern what is collected; undefined after leaving. */
  setMeeting(meeting: Meeting | undefined): void
  /**
   * What the device itself holds, such as Group Policy and Windows Error Reporting values, is another: it replaces what was given
   * before, decisions are made anew, and what they forbid now is removed.
   */
  setDevice(device: DeviceSettings): void
  /** The decision for a data type such as `usage.IMSent`, as it stands now. */
  decide(dataType: string): Decision
  /** Calls back after the policy, the user, the meeting or the consent changed. Returns the way to stop that. */
  subscribe(listener: () => void): () => void
  /** Gets the policy from the service again. */
  refreshPolicy(): Promise<void>
  /** Ends the interval of every lane now and sends what waits. Resolves when all was answered or failed. */
  flush(): Promise<void>
  /**
   * The reports that are on the device, as they would go now. Another instance's (tab's, process's) are its own. This and
   * the three below need the option `inspect`; without it they answer with empty lists.
   */
  waiting(): readonly KeptOnDevice[]
  /** The last requests that were answered, newest last: at most 50 or 256 kB, kept over restarts. */
  sent(): readonly SentRequest[]
  /** What was dropped and not sent, newest last: at most 50 entries or 256 kB, kept over restarts. */
  dropped(): readonly DroppedReports[]
  /** The ids of the reports that the service has, newest last: at most 10 000, kept over restarts. */
  reportIds(category: DataCategory): readonly string[]
  /** Drops what grows, waits and was logged, of all instances on this device. */
  erase(): Promise<void>
  /** Erases, and begins again as another device: with a new DeviceID, without consents and first hashes. */
  reset(): Promise<void>
  diagnostics(): Diagnostics
  /** Keeps what is recorded and stops; what was not sent goes at the next start. */
  close(): Promise<void>
}
