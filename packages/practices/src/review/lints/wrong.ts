import { compileValidator } from '../../validate/kind-validators.js'
import { eachDataType, type PlacedDataType } from '../each-data-type.js'
import { eachText } from '../each-text.js'
import type { Lint } from '../finding.js'
import { parseExample } from '../parse-example.js'

const BAD_EXAMPLE = { en: 'Its own type refuses the example.', es: 'Su propio tipo rechaza el ejemplo.' }
const ALTERED = {
  en: 'The translation alters an identifier of the English text.',
  es: 'La traducción altera un identificador del texto en inglés.',
}
const ALIKE = { en: 'Its name is too much like another one.', es: 'Su nombre se parece demasiado a otro.' }
const PERSONAL = {
  en: 'It seems to hold personal data, which this category cannot hold.',
  es: 'Parece contener datos personales, que esta categoría no puede contener.',
}

/** Every example is a value of its type. */
export const exampleRefused: Lint = {
  name: 'example-refused',
  run: (practices) =>
    eachDataType(practices)
      .filter(({ type }) => !compileValidator(type)(parseExample(type)))
      .map(({ id }) => ({ where: id, message: BAD_EXAMPLE })),
}

// Words with a capital inside, addresses with a dot, and values such as True: never translated.
const IDENTIFIER = /\b(?:[A-Za-z]*[a-z][A-Z]\w*|[\w-]+\.(?:com|org|net|es)|True|False)\b/g

/** What is an identifier in English is the same bytes in every language. */
export const identifierAltered: Lint = {
  name: 'identifier-altered',
  run: (practices) =>
    eachText(practices)
      .filter(({ text }) =>
        (text.en.match(IDENTIFIER) ?? []).some((identifier) => !text.es.includes(identifier)),
      )
      .map(({ where }) => ({ where, message: ALTERED })),
}

const bare = (name: string): string => name.toLowerCase().replace(/s$/, '')

const isAlike = (one: PlacedDataType, other: PlacedDataType): boolean =>
  one.category === other.category && one.name !== other.name && bare(one.name) === bare(other.name)

/** No two names of a category differ only in case or in a plural. */
export const namesAlike: Lint = {
  name: 'names-alike',
  run: (practices) => {
    const all = eachDataType(practices)
    return all
      .filter((one) => all.some((other) => isAlike(one, other)))
      .map(({ id }) => ({ where: id, message: ALIKE }))
  },
}

const PERSONAL_NAME =
  /e-?mail|phone|ip-?address|sip-?uri|(?:user|full|first|last)-?name|birth|latitude|longitude|password/i

/** Census and usage have no data type that is named after personal data. */
export const personalData: Lint = {
  name: 'personal-data',
  run: (practices) =>
    eachDataType(practices)
      .filter(({ category, name }) => category !== 'error' && PERSONAL_NAME.test(name))
      .map(({ id }) => ({ where: id, message: PERSONAL })),
}
