import { DATA_CATEGORIES, type Language, type Localised } from '@candor/practices'
import type { Answer } from '../policy/run-command.js'
import type { ErasureState, HeldData } from './subject-service.js'

const LANES: Readonly<Record<string, Localised>> = {
  census: { en: 'Census', es: 'Recuento' },
  usage: { en: 'Usage', es: 'Uso' },
  error: { en: 'Error reporting', es: 'Informes de errores' },
}

const ROWS: Readonly<Record<Language, (rows: number) => string>> = {
  en: (rows) => `${rows} ${rows === 1 ? 'report' : 'reports'}`,
  es: (rows) => `${rows} ${rows === 1 ? 'informe' : 'informes'}`,
}

const inBoth = (make: (language: Language) => string): Localised => ({ en: make('en'), es: make('es') })

const laneName = (category: string, language: Language): string => LANES[category]?.[language] ?? category

/** What the service holds of a subject, report by report. */
export const answerHeld = (held: HeldData): Answer => ({
  text: inBoth((language) => {
    const lanes = DATA_CATEGORIES.flatMap((category) => {
      const lane = held.lanes[category]
      if (lane === undefined) return []
      return [`${laneName(category, language)}: ${ROWS[language](lane.rows.length)}`, ...lane.readable]
    })
    return `${[...lanes, ...held.notes].join('\n\n')}\n`
  }),
  data: held,
})

const STATES: Readonly<Record<Language, (state: ErasureState) => string>> = {
  en: ({ receipt, request }) =>
    receipt === undefined
      ? `accepted, not done yet; request ${request}`
      : `${ROWS.en(receipt.erased)} erased, 0 remain`,
  es: ({ receipt, request }) =>
    receipt === undefined
      ? `aceptado, aún sin terminar; petición ${request}`
      : `${ROWS.es(receipt.erased)} suprimidos, quedan 0`,
}

/** What became of erasures; the receipts are the answer's data, and files where a folder was given. */
export const answerErased = (
  states: readonly ErasureState[],
  notes: readonly string[],
  files: readonly string[],
): Answer => ({
  text: inBoth((language) => {
    const lines = states.map((state) => `${laneName(state.category, language)}: ${STATES[language](state)}`)
    return `${[...lines, ...files, ...notes].join('\n')}\n`
  }),
  data: { requests: states, notes },
})
