import { DATA_CATEGORIES, type DataCategory, type Practices } from '@candor/practices'

/** A data type with its category. */
export interface PlacedType {
  readonly category: DataCategory
  readonly name: string
}

/** A system that the practices do not name. */
const OTHER_OS = 'other'

/** The systems that decisions can differ by: those that a rule names, and any other. */
export const systemsOf = (practices: Practices): readonly string[] => [
  ...new Set([...practices.rules.flatMap(({ os = [] }) => os), OTHER_OS]),
]

/** Every data type of a product. */
export const placedTypes = (practices: Practices): readonly PlacedType[] =>
  DATA_CATEGORIES.flatMap((category) =>
    Object.keys(practices.dataTypes[category]).map((name) => ({ category, name })),
  )

/** What a user may have chosen, as decisions read it: an answer that is as new as the practices. */
export const userWho = (
  practices: Practices,
  answer: 'granted' | 'denied' | 'undecided',
): Readonly<Record<string, unknown>> =>
  Object.fromEntries<unknown>(
    Object.values(practices.controls).flatMap((control) =>
      control.kind === 'choice'
        ? [
            [control.reads, answer === 'granted' ? control.collectsWhen : answer],
            [`${control.reads}Version`, practices.version],
          ]
        : [],
    ),
  )
