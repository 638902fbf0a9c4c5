import { CandorError, type Language, type Localised } from '@candor/practices'
import { alignColumns } from '../policy/align-columns.js'
import type { Answer } from '../policy/run-command.js'

interface Field {
  readonly name?: string
  readonly kind: string
  readonly size?: number
}

interface Group {
  readonly id: string
  readonly category: string
  readonly code: string
  readonly practicesVersion: number
  readonly client: string
  readonly os: string
  readonly dataType: string
  readonly count: number
  readonly firstSeen: string
  readonly lastSeen: string
  readonly kept: number
  readonly sample: { readonly fields: readonly Field[]; readonly data: readonly Field[] }
}

/** What a service answers of a product's quarantine. */
export interface Quarantine {
  readonly product: string
  readonly groups: readonly Group[]
  readonly droppedGroups: number
  readonly droppedKept: number
}

/** What became of the reports that were replayed. */
export interface Replayed {
  readonly admitted: number
  readonly duplicate: number
  readonly refused: number
  readonly waiting: number
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['id', 'lane', 'code', 'data type', 'version', 'client', 'system', 'count', 'kept', 'last seen'],
  es: ['id', 'carril', 'código', 'tipo', 'versión', 'cliente', 'sistema', 'número', 'guardados', 'visto'],
}

const inBoth = (make: (language: Language) => string): Localised => ({ en: make('en'), es: make('es') })

const cellsOf = (group: Group): readonly string[] => {
  const { id, category, code, dataType, practicesVersion, client, os, count, kept, lastSeen } = group
  const cells = [id, category, code, dataType, practicesVersion || '', client, os, count, kept, lastSeen]
  return cells.map((cell) => String(cell) || '-')
}

const DROPPED: Readonly<Record<Language, (held: Quarantine) => string>> = {
  en: ({ droppedGroups, droppedKept }) =>
    `${droppedGroups} groups with ${droppedKept} kept reports were dropped.\n`,
  es: ({ droppedGroups, droppedKept }) =>
    `Se descartaron ${droppedGroups} grupos con ${droppedKept} informes guardados.\n`,
}

const NONE: Localised = {
  en: 'Nothing is in quarantine.\n',
  es: 'No hay nada en cuarentena.\n',
}

/** The groups of a product's quarantine. */
export const answerList = (held: Quarantine): Answer => ({
  text: inBoth((language) => {
    const dropped = held.droppedGroups === 0 ? '' : DROPPED[language](held)
    if (held.groups.length === 0) return NONE[language] + dropped
    return alignColumns([HEADS[language], ...held.groups.map(cellsOf)]) + dropped
  }),
  data: held,
})

const lineOf = ({ name = '?', kind, size }: Field): string =>
  `  ${name}: ${kind}${size === undefined ? '' : ` (${size})`}\n`

/** One group with the shape of a report. Throws CANDOR_NOT_FOUND where there is none of that id. */
export const answerShown = ({ groups }: Quarantine, id: string): Answer => {
  const group = groups.find((each) => each.id === id)
  if (group === undefined) throw new CandorError('CANDOR_NOT_FOUND', { id })
  return {
    text: inBoth((language) => {
      const facts = alignColumns([HEADS[language], cellsOf(group)])
      const { fields, data } = group.sample
      return [facts, 'report\n', ...fields.map(lineOf), 'data\n', ...data.map(lineOf)].join('')
    }),
    data: group,
  }
}

/** What became of replayed reports. */
export const answerReplayed = (replayed: Replayed): Answer => {
  const { admitted, duplicate, refused, waiting } = replayed
  return {
    text: {
      en: `${admitted} admitted, ${duplicate} known already, ${refused} refused, ${waiting} still waiting for practices that know them\n`,
      es: `${admitted} admitidos, ${duplicate} ya conocidos, ${refused} rechazados, ${waiting} aún a la espera de prácticas que los conozcan\n`,
    },
    data: replayed,
  }
}

/** How many groups were cleared. */
export const answerCleared = (cleared: { readonly cleared: number }): Answer => ({
  text: {
    en: `${cleared.cleared} groups cleared; their reports stay refused\n`,
    es: `${cleared.cleared} grupos borrados; sus informes siguen rechazados\n`,
  },
  data: cleared,
})
