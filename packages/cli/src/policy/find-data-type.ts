import { DATA_CATEGORIES, type Practices } from '@candor/practices'
import { right, wrong, type Checked } from './fault.js'
import { nearest } from './nearest.js'

const idsOf = (practices: Practices): readonly string[] =>
  DATA_CATEGORIES.flatMap((category) =>
    Object.keys(practices.dataTypes[category]).map((name) => `${category}.${name}`),
  )

const nameOf = (id: string): string => id.slice(id.indexOf('.') + 1)

const ambiguous = (given: string, ids: readonly string[]): Checked<never> =>
  wrong(
    {
      en: `${given} is a data type of several categories.`,
      es: `${given} es un tipo de datos de varias categorías.`,
    },
    { en: `Write one of ${ids.join(', ')}.`, es: `Escriba uno de ${ids.join(', ')}.` },
  )

const unknown = (given: string, ids: readonly string[]): Checked<never> => {
  const near = nearest(given, ids) ?? ids.find((id) => nameOf(id) === nearest(given, ids.map(nameOf)))
  return wrong(
    {
      en: `There is no data type ${given}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      es: `No hay ningún tipo de datos ${given}.${near === undefined ? '' : ` ¿Quiso decir ${near}?`}`,
    },
    { en: `There are ${ids.join(', ')}.`, es: `Hay ${ids.join(', ')}.` },
    'CANDOR_DATA_TYPE_UNKNOWN',
  )
}

/** The id of a data type, in any case, and without its category where the name alone says which it is. */
export const findDataType = (practices: Practices, given: string): Checked<string> => {
  const ids = idsOf(practices)
  const lower = given.toLowerCase()
  const whole = ids.find((id) => id.toLowerCase() === lower)
  if (whole !== undefined) return right(whole)
  const named = ids.filter((id) => nameOf(id).toLowerCase() === lower)
  const [only, ...others] = named
  if (only === undefined) return unknown(given, ids)
  return others.length === 0 ? right(only) : ambiguous(given, named)
}
