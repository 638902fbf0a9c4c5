import type { Localised } from '@candor/practices'
import { right, wrong, type Checked } from '../policy/fault.js'
import { acceptedParameters, refuseArguments } from './argument-faults.js'
import { bindArguments } from './bind-arguments.js'
import { CONTROL, type Cmdlet } from './cmdlet.js'
import type { BoundParameters } from './parameter.js'

/** What a cmdlet's command line asks for. */
export interface Request {
  readonly identity?: string
  readonly value?: boolean
  readonly mode: 'apply' | 'what-if' | 'confirm'
  /** What was taken for values that did not arrive; the person must see it. */
  readonly assumptions: readonly Localised[]
}

/** The seed's own line works as it stands, although a POSIX shell takes its $True away. */
const TAKEN_AS_TRUE: Localised = {
  en: `Notice: the value of -${CONTROL} did not arrive: this shell takes away an unquoted $True or $False. It is taken as True. If you meant False, run it again with False or '$False'.`,
  es: `Aviso: el valor de -${CONTROL} no llegó: este shell quita un $True o $False sin comillas. Se toma como True. Si quería False, ejecútelo de nuevo con False o '$False'.`,
}

const TAKEN_AS_WHAT_IF: Localised = {
  en: 'Notice: the value of -WhatIf did not arrive; nothing is changed, to be safe.',
  es: 'Aviso: el valor de -WhatIf no llegó; por seguridad no se cambia nada.',
}

interface Answered {
  readonly value?: boolean
  readonly assumption?: Localised
}

const readBoolean = (bound: BoundParameters, name: string, ifLost: Answered): Answered => {
  const given = bound.get(name)
  if (given?.kind === 'lost') return ifLost
  return given?.kind === 'boolean' ? { value: given.value } : {}
}

const modeOf = (whatIf: Answered, bound: BoundParameters): Request['mode'] => {
  if (whatIf.value === true) return 'what-if'
  const confirm = bound.get('Confirm')
  return confirm?.kind === 'boolean' && confirm.value ? 'confirm' : 'apply'
}

const toRequest = (bound: BoundParameters): Request => {
  const identity = bound.get('Identity')
  const given = readBoolean(bound, CONTROL, { value: true, assumption: TAKEN_AS_TRUE })
  const whatIf = readBoolean(bound, 'WhatIf', { value: true, assumption: TAKEN_AS_WHAT_IF })
  const assumptions = [given.assumption, whatIf.assumption].filter((text) => text !== undefined)
  return {
    ...(identity?.kind === 'text' && { identity: identity.text }),
    ...(given.value !== undefined && { value: given.value }),
    mode: modeOf(whatIf, bound),
    assumptions,
  }
}

const missing = (cmdlet: Cmdlet, name: string): Checked<never> =>
  wrong(
    { en: `${cmdlet.name} needs -${name}.`, es: `${cmdlet.name} necesita -${name}.` },
    acceptedParameters(cmdlet),
  )

/** What a cmdlet's arguments ask for. Pure. */
export const parseRequest = (cmdlet: Cmdlet, args: readonly string[]): Checked<Request> => {
  const bound = bindArguments(cmdlet.parameters, args)
  if (bound.kind === 'refused') return refuseArguments(cmdlet, bound.fault)
  const request = toRequest(bound.parameters)
  const needsIdentity = cmdlet.verb === 'New' || cmdlet.verb === 'Remove'
  if (needsIdentity && request.identity === undefined) return missing(cmdlet, 'Identity')
  if (cmdlet.verb === 'Set' && request.value === undefined) return missing(cmdlet, CONTROL)
  return right(request)
}
