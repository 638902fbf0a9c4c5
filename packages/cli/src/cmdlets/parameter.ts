/**
 * A parameter of a cmdlet. text takes a value; boolean takes $True or $False; a switch is True where it stands alone
 * and takes a value after a colon only.
 */
export interface Parameter {
  readonly name: string
  readonly kind: 'text' | 'boolean' | 'switch'
  /** Short names beside the name. */
  readonly aliases?: readonly string[]
  /** Whether a value that stands alone is its value. Default: it is not. */
  readonly position?: 'first'
}

/** The value of a parameter; lost is one that should be there and did not arrive, as where a shell expanded it to nothing. */
export type ParameterValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'lost' }

/** The values of parameters by name. */
export type BoundParameters = ReadonlyMap<string, ParameterValue>

/** Why arguments are not those of a cmdlet. */
export type ArgumentFault =
  | { readonly kind: 'unknown-parameter'; readonly given: string; readonly near?: string }
  | { readonly kind: 'ambiguous-parameter'; readonly given: string; readonly candidates: readonly string[] }
  | { readonly kind: 'repeated-parameter'; readonly parameter: string }
  | { readonly kind: 'missing-value'; readonly parameter: string }
  | { readonly kind: 'not-a-boolean'; readonly parameter: string; readonly given: string }
  | { readonly kind: 'stray-value'; readonly given: string }

/** The parameters of a command line, or why they are none. */
export type Bound =
  | { readonly kind: 'bound'; readonly parameters: BoundParameters }
  | { readonly kind: 'refused'; readonly fault: ArgumentFault }
