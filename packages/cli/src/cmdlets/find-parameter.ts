import { nearest } from '../policy/nearest.js'
import type { ArgumentFault, Parameter } from './parameter.js'

type Found =
  | { readonly kind: 'found'; readonly parameter: Parameter }
  | { readonly kind: 'refused'; readonly fault: ArgumentFault }

const isSpelling = ({ name, aliases = [] }: Parameter, lower: string): boolean =>
  [name, ...aliases].some((spelling) => spelling.toLowerCase() === lower)

/**
 * The parameter of a name in any case, shortened as far as it stays unambiguous. A whole name or alias counts before
 * the beginning of another, as in PowerShell.
 */
export const findParameter = (parameters: readonly Parameter[], given: string): Found => {
  const lower = given.toLowerCase()
  const whole = parameters.find((parameter) => isSpelling(parameter, lower))
  if (whole !== undefined) return { kind: 'found', parameter: whole }
  const begun = parameters.filter(({ name }) => name.toLowerCase().startsWith(lower))
  const [parameter, ...others] = begun
  if (parameter !== undefined && others.length === 0) return { kind: 'found', parameter }
  if (parameter !== undefined) {
    const candidates = begun.map(({ name }) => name)
    return { kind: 'refused', fault: { kind: 'ambiguous-parameter', given, candidates } }
  }
  const names = parameters.map(({ name }) => name)
  const near = nearest(given, names)
  return { kind: 'refused', fault: { kind: 'unknown-parameter', given, ...(near !== undefined && { near }) } }
}
