import type { ConsentAnswer, DataCategory, DevicePractices, ValueOf } from '@candor/practices'

import type { Candor, ChoiceName } from '../core/candor.js'
import type { Diagnostics } from '../core/diagnostics.js'
import type { CandorOptions } from '../core/candor-options.js'
import type { TestSettings } from './test-settings.js'

/** What a test says of the app, of the person who uses it and of those who control it. */
export interface TestCandorOptions<P extends DevicePractices> extends Pick<
  CandorOptions<P>,
  'practices' | 'client' | 'org' | 'app' | 'collect'
> {
  /** Windows, macOS, Linux, iOS, Android or another name. Default Linux. */
  readonly os?: string
  /** Who is signed in. Default: nobody. */
  readonly user?: string
  /** What the admins and the device's owner have set. Default: nothing, so that each control has its default. */
  readonly settings?: TestSettings<P>
  /** What the user has chosen, by the practices' only choice control. Default: nothing. */
  readonly consent?: Exclude<ConsentAnswer, 'undecided'>
  /** The clock that the test's one starts from, in milliseconds since 1970. Default: it stands still at 2026-01-01T00:00Z. */
  readonly now?: () => number
}

type IdKind = 'device-id' | 'twice-hashed-user-id' | 'service-hashed-user-id'

/** The values of a category by data type, without the ids that the client fills in. */
export type Collected<P extends DevicePractices, C extends DataCategory> = {
  readonly [
    K in keyof P['dataTypes'][C] as P['dataTypes'][C][K] extends { readonly kind: IdKind } ? never : K
  ]?: ValueOf<P['dataTypes'][C][K]>
}

/** A Candor whose device is in memory and which never opens a socket, and what it would send. */
export interface TestCandor<P extends DevicePractices> {
  /** What the app is given. */
  readonly candor: Candor<P>
  /**
   * What would be sent now, growing and waiting: numbers and counts of all reports added up, of any other data type the newest
   * value. Nothing collected is {}.
   */
  readonly collected: <C extends DataCategory>(category: C) => Collected<P, C>
  /** The exact body of a request for each report, those that wait first. */
  readonly bodies: (category: DataCategory) => readonly string[]
  /** The error reports, the oldest first. */
  readonly errors: () => readonly Collected<P, 'error'>[]
  /** What of `candor.diagnostics()` is a mistake in the app, by its reason, such as `value-refused:usage.IMSent`; else {}. */
  readonly misuse: () => Diagnostics
  /** Sets controls in place of what was set before. What is forbidden now is purged at once. Throws on an unknown control. */
  readonly settings: (next: TestSettings<P>) => void
  /**
   * The signed-in user chooses, by the practices' only choice control where none is named. Throws where nobody is signed in
   * and where the control is not clear.
   */
  readonly answer: (answer: Exclude<ConsentAnswer, 'undecided'>, control?: ChoiceName<P>) => void
  /** Lets time pass, and runs the timers that are due. */
  readonly pass: (millis: number) => void
  /** Begins again as another device, as it was created: nothing collected, the first user, settings, consent and time. */
  readonly reset: () => Promise<void>
}
