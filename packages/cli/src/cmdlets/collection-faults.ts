import { refused, type Checked } from '../policy/fault.js'
import { showValue } from '../policy/parse-boolean.js'
import { CONTROL } from './cmdlet.js'

/** New- at global: that collection is there from the start. */
export const globalExists = (): Checked<never> =>
  refused(
    'CANDOR_COLLECTION_EXISTS',
    { en: 'The collection global always exists.', es: 'La colección global siempre existe.' },
    {
      en: `Change it: candor Set-CsWebServiceConfiguration -${CONTROL} True`,
      es: `Cámbiela: candor Set-CsWebServiceConfiguration -${CONTROL} True`,
    },
  )

/** New- where there is a collection. */
export const alreadyExists = (identity: string): Checked<never> => {
  const command = `candor Set-CsWebServiceConfiguration -Identity ${identity} -${CONTROL} True`
  return refused(
    'CANDOR_COLLECTION_EXISTS',
    { en: `There is a collection ${identity} already.`, es: `Ya hay una colección ${identity}.` },
    { en: `Change it: ${command}`, es: `Cámbiela: ${command}` },
  )
}

/** Get-, Set- or Remove- where there is no collection; what a Set- asked for can be made. */
export const notThere = (
  identity: string,
  identities: readonly string[],
  value: boolean | undefined,
): Checked<never> => {
  const known = identities.join(', ')
  const command = `candor New-CsWebServiceConfiguration -Identity ${identity} -${CONTROL} ${showValue(value)}`
  const make =
    value === undefined ? { en: '', es: '' } : { en: ` Make it: ${command}`, es: ` Créela: ${command}` }
  return refused(
    'CANDOR_COLLECTION_MISSING',
    { en: `There is no collection ${identity}.`, es: `No hay ninguna colección ${identity}.` },
    { en: `There is ${known}.${make.en}`, es: `Hay ${known}.${make.es}` },
  )
}
