import type { Localised } from '@candor/practices'
import type { Cmdlet } from './cmdlet.js'
import { wrong, type Checked } from '../policy/fault.js'
import type { ArgumentFault } from './parameter.js'

const BOOLEAN_SPELLINGS: Localised = {
  en: "Write True or False, or '$True' or '$False' in quotes.",
  es: "Escriba True o False, o bien '$True' o '$False' entre comillas.",
}

const detailOf = (cmdlet: string, fault: ArgumentFault): Localised => {
  switch (fault.kind) {
    case 'unknown-parameter': {
      const { given, near } = fault
      return {
        en: `${cmdlet} has no parameter -${given}.${near === undefined ? '' : ` Did you mean -${near}?`}`,
        es: `${cmdlet} no tiene el parámetro -${given}.${near === undefined ? '' : ` ¿Quiso decir -${near}?`}`,
      }
    }
    case 'ambiguous-parameter': {
      const { given, candidates } = fault
      const names = candidates.map((name) => `-${name}`).join(', ')
      return {
        en: `-${given} can be short for several parameters of ${cmdlet}: ${names}.`,
        es: `-${given} puede abreviar varios parámetros de ${cmdlet}: ${names}.`,
      }
    }
    case 'repeated-parameter':
      return { en: `-${fault.parameter} is given twice.`, es: `-${fault.parameter} aparece dos veces.` }
    case 'missing-value':
      return { en: `-${fault.parameter} has no value.`, es: `-${fault.parameter} no tiene valor.` }
    case 'not-a-boolean':
      return {
        en: `-${fault.parameter} takes $True or $False, not ${JSON.stringify(fault.given)}.`,
        es: `-${fault.parameter} admite $True o $False, no ${JSON.stringify(fault.given)}.`,
      }
    case 'stray-value':
      return {
        en: `${JSON.stringify(fault.given)} belongs to no parameter of ${cmdlet}.`,
        es: `${JSON.stringify(fault.given)} no corresponde a ningún parámetro de ${cmdlet}.`,
      }
    default:
      return fault satisfies never
  }
}

/** The parameters that a cmdlet accepts, for its reader. */
export const acceptedParameters = ({ parameters }: Cmdlet): Localised => {
  const names = parameters.map(({ name }) => `-${name}`).join(', ')
  return { en: `It accepts ${names}.`, es: `Admite ${names}.` }
}

/** A fault of a cmdlet's arguments in words. */
export const refuseArguments = (cmdlet: Cmdlet, fault: ArgumentFault): Checked<never> => {
  const remedy = fault.kind === 'not-a-boolean' ? BOOLEAN_SPELLINGS : acceptedParameters(cmdlet)
  return wrong(detailOf(cmdlet.name, fault), remedy)
}
