import { isObject } from '../validate/structured.js'

/** The settings of the controls, by control and by source or scope. Values are as found: malformed ones are decided on, not dropped. */
export type Settings = Readonly<Record<string, unknown>>

/** The pool and the site that host a meeting. */
export interface Meeting {
  readonly pool?: string | undefined
  readonly site?: string | undefined
}

/** What a decision is made on. */
export interface DecisionContext {
  /** desktop, mobile, web, meetings-app, join-launcher, or what the practices name. */
  readonly client: string
  /** Windows, macOS, Linux, iOS, Android or another name. */
  readonly os: string
  readonly settings?: Settings | undefined
  readonly meeting?: Meeting | undefined
  /** The user's own choices; `errorReporting` is granted, denied or undecided, `errorReportingVersion` the practices version it was given under. */
  readonly user?: Readonly<Record<string, unknown>> | undefined
  /** The device's Windows Error Reporting values by level (machine, user). */
  readonly watson?: unknown
}

/** Whether a value can hold others by key; a list is none that a setting can be in. */
export const isHolder = isObject

/** An object's own value of a key; undefined where the value is no object or has none. */
export const ownValue = (value: unknown, key: string): unknown =>
  isHolder(value) && Object.hasOwn(value, key) ? value[key] : undefined
