import type {
  BareDataType,
  ConsentAnswer,
  DataCategory,
  Decision,
  DevicePractices,
  Meeting,
  Settings,
  ValueOf,
} from '@candor/practices'

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

/** What was not recorded or not sent as it should be, by a reason; misuse is counted here and never thrown. */
export type Diagnostics = Readonly<Record<string, number>>

/** A request that was answered, as a viewer shows it: the exact body, when, and what came back. */
export interface SentRequest {
  readonly category: DataCategory
  readonly atMillis: number
  readonly body: string
  readonly status: number
}

/** One app's Candor on one device. Nothing of it throws into the app or blocks it. */
export interface Candor<P extends DevicePractices = DevicePractices> {
  readonly practices: P
  readonly client: P['clients'][number]
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
  /** The decision for a data type such as `usage.IMSent`, as it stands now. */
  decide(dataType: string): Decision
  /** Calls back after the policy, the user, the meeting or the consent changed. Returns the way to stop that. */
  subscribe(listener: () => void): () => void
  /** Gets the policy from the service again. */
  refreshPolicy(): Promise<void>
  /** Ends the interval of every lane now and sends what waits. Resolves when all was answered or failed. */
  flush(): Promise<void>
  /** The last requests that were answered, newest last; bounded and local. */
  sent(): readonly SentRequest[]
  diagnostics(): Diagnostics
  /** Keeps what is recorded and stops; what was not sent goes at the next start. */
  close(): Promise<void>
}

/** What the device itself holds, which no service can tell. It is only ever added to what the service says. */
export interface DeviceSettings {
  /** Settings by control and source, such as those of the machine's and the user's Group Policy. */
  readonly settings?: Settings
  /** The Windows Error Reporting values by level (machine, user). Default: none, so that nothing under them is collected. */
  readonly watson?: unknown
}

/** What an app gives to create its Candor, on every platform. */
export interface CandorOptions<P extends DevicePractices> {
  readonly practices: P
  /** The product's ingest key. */
  readonly key: string
  /** The service's base URL, such as https://telemetry.contoso.com. Empty: nothing is sent and no socket is opened. */
  readonly endpoint: string
  readonly client: P['clients'][number]
  /** Windows, macOS, Linux, iOS, Android or another name. Default: what the platform says. */
  readonly os?: string
  /** The registered name of the organisation; it travels with usage and errors, never with census. */
  readonly org?: string
  readonly device?: DeviceSettings
  /**
   * The public key that the service signs policies with (Ed25519, base64url), from its /v1/policy-key. With it, a policy
   * whose signature is missing or wrong is refused and the strictest counts. Default: signatures are not looked at.
   */
  readonly policyKey?: string
  /** How often each lane makes a report, in milliseconds. Default: a day for census, an hour for usage, 5 seconds for errors. */
  readonly intervalMillis?: { readonly [C in DataCategory]?: number }
  /** How often the policy is asked for, in milliseconds. Default 15 minutes. */
  readonly policyMillis?: number
}
