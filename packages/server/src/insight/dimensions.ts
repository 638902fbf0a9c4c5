import { CandorError, type DataCategory, type Localised, type Practices } from '@candor/practices'

import { identifier } from '../store/identifiers.js'
import { GROUPING_KINDS, typesOfKinds } from './lane-types.js'
import type { Condition } from './release/ask.js'
import type { Dimensions } from './release/nested.js'

/** What figures can be grouped and filtered by. */
export interface Dimension {
  /** A data type's name, or client, os, seen or fingerprint, which data types' names never are. */
  readonly id: string
  readonly label: Localised
  /** As SQL writes the value of a row; seen has none, since it is told by other rows. */
  readonly column?: string
}

const CLIENT: Dimension = {
  id: 'client',
  label: { en: 'Client', es: 'Cliente' },
  column: 'client_kind',
}
const OS: Dimension = {
  id: 'os',
  label: { en: 'System of the request', es: 'Sistema de la solicitud' },
  column: 'client_os',
}
const FINGERPRINT: Dimension = {
  id: 'fingerprint',
  label: { en: 'Group of errors', es: 'Grupo de errores' },
  column: 'error_fingerprint',
}
const SEEN: Dimension = { id: 'seen', label: { en: 'New or returning', es: 'Nuevo o conocido' } }

const BESIDE = {
  census: [CLIENT, SEEN],
  usage: [CLIENT, OS],
  error: [FINGERPRINT, CLIENT, OS],
} as const satisfies Readonly<Record<DataCategory, readonly Dimension[]>>

/** The dimensions of a lane: its data types that have few values, in the order of the practices, and what a request says. */
export const dimensionsOf = (practices: Practices, category: DataCategory): readonly Dimension[] => [
  ...typesOfKinds(practices, category, GROUPING_KINDS).map(({ name, label }) => ({
    id: name,
    label,
    column: `toString(${identifier(name)})`,
  })),
  ...BESIDE[category],
]

/** What is refused is told with what could be asked: names of dimensions, which the practices publish. */
const refuse = (parameter: 'by' | 'where', dimensions: readonly Dimension[]): never => {
  throw new CandorError('CANDOR_QUERY_REFUSED', {
    parameter,
    known: dimensions.map(({ id }) => id).join(', '),
    most: MOST_CONDITIONS,
  })
}

/** The place of the dimension to group by. Default: the first name of the data types, else the first. */
export const placeBy = (
  dimensions: readonly Dimension[],
  practices: Practices,
  category: DataCategory,
  by: string | undefined,
): number => {
  const [first] = typesOfKinds(practices, category, ['name'])
  const id = by ?? first?.name ?? dimensions[0]?.id
  const at = dimensions.findIndex((dimension) => dimension.id === id)
  return at === -1 ? refuse('by', dimensions) : at
}

/** Conditions that may be set at most. */
export const MOST_CONDITIONS = 5

/** Conditions such as `OSName:Windows`, by the place of their dimension. Others: CANDOR_QUERY_REFUSED. */
export const conditionsOf = (
  dimensions: readonly Dimension[],
  where: readonly string[],
): readonly Condition[] => {
  if (where.length > MOST_CONDITIONS) return refuse('where', dimensions)
  return where.map((text) => {
    const end = text.indexOf(':')
    const dimension = dimensions.findIndex(({ id }) => id === text.slice(0, end))
    return dimension === -1 ? refuse('where', dimensions) : { dimension, value: text.slice(end + 1) }
  })
}

/** Which dimensions belong to another: a version to the name that is called alike, as OSVersion to OSName. */
export const nestingOf = (dimensions: readonly Dimension[]): Dimensions => {
  const within = dimensions.flatMap(({ id }, inner) => {
    if (!id.endsWith('Version')) return []
    const outer = dimensions.findIndex((other) => other.id === `${id.slice(0, -'Version'.length)}Name`)
    return outer === -1 ? [] : [[inner, outer] as const]
  })
  return { count: dimensions.length, within }
}
