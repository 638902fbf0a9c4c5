import { findParameter } from './find-parameter.js'
import type { ArgumentFault, Bound, Parameter, ParameterValue } from './parameter.js'
import { readValue, SWITCHED_ON, type Read } from './read-value.js'
import { tokenise, type Token } from './tokens.js'

type Named = Extract<Token, { readonly kind: 'parameter' }>

interface Taken {
  readonly read: Read
  /** How many of the tokens after the name belong to it. */
  readonly used: 0 | 1
}

/** What a parameter takes: the value that a colon joined to it, or else the next token where that is a value. */
const take = (parameter: Parameter, { joined }: Named, next: Token | undefined): Taken => {
  if (parameter.kind === 'switch' && joined === undefined) return { read: SWITCHED_ON, used: 0 }
  if (joined !== undefined && joined !== '') return { read: readValue(parameter, joined), used: 0 }
  return next?.kind === 'value'
    ? { read: readValue(parameter, next.text), used: 1 }
    : { read: readValue(parameter), used: 0 }
}

type Step =
  | { readonly kind: 'bound'; readonly name: string; readonly value: ParameterValue; readonly used: 0 | 1 }
  | { readonly kind: 'refused'; readonly fault: ArgumentFault }

const bindNamed = (parameters: readonly Parameter[], token: Named, next: Token | undefined): Step => {
  const found = findParameter(parameters, token.name)
  if (found.kind === 'refused') return found
  const { read, used } = take(found.parameter, token, next)
  if (read.kind === 'refused') return read
  return { kind: 'bound', name: found.parameter.name, value: read.value, used }
}

/** Binds the values that no parameter took, which only a parameter with a position can take. */
const bindRest = (
  parameters: readonly Parameter[],
  named: ReadonlyMap<string, ParameterValue>,
  rest: readonly string[],
): Bound => {
  const parameter = parameters.find(({ name, position }) => position === 'first' && !named.has(name))
  const [first, second] = rest
  if (first === undefined) return { kind: 'bound', parameters: named }
  if (parameter === undefined) return { kind: 'refused', fault: { kind: 'stray-value', given: first } }
  if (second !== undefined) return { kind: 'refused', fault: { kind: 'stray-value', given: second } }
  const read = readValue(parameter, first)
  if (read.kind === 'refused') return read
  return { kind: 'bound', parameters: new Map([...named, [parameter.name, read.value]]) }
}

/**
 * Binds a cmdlet's arguments to its parameters as PowerShell does: names in any case and shortened as far as they stay
 * unambiguous, `-Name value` and `-Name:value`, each parameter once. Pure and total. A boolean or a switch whose value
 * did not arrive is bound as lost; the caller decides what that means.
 */
export const bindArguments = (parameters: readonly Parameter[], args: readonly string[]): Bound => {
  const tokens = tokenise(args)
  const named = new Map<string, ParameterValue>()
  const rest: string[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token?.kind === 'value') rest.push(token.text)
    if (token?.kind !== 'parameter') continue
    const step = bindNamed(parameters, token, tokens[at + 1])
    if (step.kind === 'refused') return step
    if (named.has(step.name))
      return { kind: 'refused', fault: { kind: 'repeated-parameter', parameter: step.name } }
    named.set(step.name, step.value)
    at += step.used
  }
  return bindRest(parameters, named, rest)
}
