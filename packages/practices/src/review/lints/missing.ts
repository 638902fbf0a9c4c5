import { DATA_CATEGORIES } from '../../category.js'
import { LANGUAGES } from '../../language.js'
import { eachDataType } from '../each-data-type.js'
import { eachText } from '../each-text.js'
import type { Lint } from '../finding.js'

const NO_PURPOSE = { en: 'It does not say why it is collected.', es: 'No dice para qué se recopila.' }
const NO_OWNER = { en: 'Nobody answers for it.', es: 'Nadie responde de ello.' }
const NO_RETENTION = {
  en: 'It does not say for how many days it is kept.',
  es: 'No dice cuántos días se conserva.',
}
const LONGER = {
  en: 'It is kept longer than its category says.',
  es: 'Se conserva más tiempo del que dice su categoría.',
}
const NO_TRANSLATION = { en: 'A language has no text for it.', es: 'En algún idioma no tiene texto.' }

const isDays = (days: unknown): boolean => Number.isInteger(days) && (days as number) > 0

/** Every category says why it is collected. */
export const noPurpose: Lint = {
  name: 'no-purpose',
  run: ({ categories }) =>
    DATA_CATEGORIES.filter((category) => !categories[category].purpose?.en?.trim()).map((where) => ({
      where,
      message: NO_PURPOSE,
    })),
}

/** Somebody answers for every category. */
export const noOwner: Lint = {
  name: 'no-owner',
  run: ({ categories }) =>
    DATA_CATEGORIES.filter((category) => !categories[category].owner?.trim()).map((where) => ({
      where,
      message: NO_OWNER,
    })),
}

/** Every category says how long it is kept, and no data type is kept longer. */
export const noRetention: Lint = {
  name: 'no-retention',
  run: (practices) => {
    const { categories } = practices
    const missing = DATA_CATEGORIES.filter((category) => !isDays(categories[category].retentionDays))
    const longer = eachDataType(practices).filter(
      ({ category, type: { retentionDays } }) =>
        retentionDays !== undefined &&
        !(isDays(retentionDays) && retentionDays <= categories[category].retentionDays),
    )
    return [
      ...missing.map((where) => ({ where, message: NO_RETENTION })),
      ...longer.map(({ id }) => ({ where: id, message: LONGER })),
    ]
  },
}

/** Every text is there in every language. */
export const missingTranslation: Lint = {
  name: 'missing-translation',
  run: (practices) =>
    eachText(practices)
      .filter(({ text }) => LANGUAGES.some((language) => !text?.[language]?.trim()))
      .map(({ where }) => ({ where, message: NO_TRANSLATION })),
}
