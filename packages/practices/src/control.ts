import type { Localised } from './language.js'

/** Who may set a control. */
export const ROLES = ['organisation-admin', 'admin', 'device-owner', 'user'] as const

/** A kind of person who may set a control. */
export type Role = (typeof ROLES)[number]

interface ControlBase {
  readonly label: Localised
  /** What the control does, in a plain sentence. */
  readonly effect: Localised
  readonly setBy: Role
  /** Where its settings are kept: a control held by the device alone cannot be checked by the service. */
  readonly heldBy: 'service' | 'device'
}

/** A scope with a fixed name (held by the service unless said otherwise), or one named after the pool or site that hosts the meeting. */
export type Scope =
  | { readonly name: string; readonly heldBy?: 'device' }
  | { readonly prefix: string; readonly of: 'pool' | 'site' }

/** A yes-or-no control with settings at several scopes. */
export interface BooleanControl extends ControlBase {
  readonly kind: 'boolean'
  readonly default: boolean
  /** The value under which data is collected; the other one is the strictest. */
  readonly collectsWhen: boolean
  /** strictest: any scope that forbids wins. nearest, first: the first of the scopes that is set wins, malformed or not (places or sources, in the order given). */
  readonly resolution: 'strictest' | 'nearest' | 'first'
  /** In the order of precedence. */
  readonly scopes: readonly Scope[]
}

/** A person's own choice among words. */
export interface ChoiceControl extends ControlBase {
  readonly kind: 'choice'
  /** The key under `user` of the context that holds the choice. */
  readonly reads: string
  readonly values: readonly string[]
  readonly collectsWhen: string
  /** What counts where no choice was made; it is reported as the default. */
  readonly default: string
}

/** A control whose values grade how much may be collected, read at several levels of which the strictest wins. */
export interface GradedControl extends ControlBase {
  readonly kind: 'graded'
  /** The key of the context that holds the values by level. */
  readonly reads: string
  readonly levels: readonly string[]
  /** The value that forbids everything when it is 1. */
  readonly off: string
  /** The value that holds the grade, counted from 1 (0 counts as 1, and 1 is the default). */
  readonly grade: string
  /** The grades from the strictest; in the first nothing is collected until the person answers. */
  readonly grades: readonly [string, ...string[]]
  /** The value that, when it is 1, allows no more than a grade. */
  readonly cap: { readonly value: string; readonly grade: string }
}

/** A named switch: who may set it, where, and what its default is. */
export type Control = BooleanControl | ChoiceControl | GradedControl
