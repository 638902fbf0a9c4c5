import {
  findDataType,
  type DataCategory,
  type DataType,
  type DataTypeKind,
  type Localised,
  type Practices,
} from '@candor/practices'

/** A data type with its name. */
export interface NamedType<T extends DataType = DataType> {
  readonly name: string
  readonly label: Localised
  readonly type: T
}

/** Data types of some kinds. */
export type OfKind<K extends DataTypeKind> = Extract<DataType, { readonly kind: K }>

const isOfKind = <K extends DataTypeKind>(type: DataType, kinds: readonly K[]): type is OfKind<K> =>
  kinds.some((kind) => kind === type.kind)

/** The data types of a lane, in the order of the practices, of some kinds. */
export const typesOfKinds = <const K extends DataTypeKind>(
  practices: Practices,
  category: DataCategory,
  kinds: readonly K[],
): readonly NamedType<OfKind<K>>[] =>
  Object.keys(practices.dataTypes[category]).flatMap((name) => {
    const type = findDataType(practices, category, name) as DataType | undefined
    if (type === undefined || !isOfKind(type, kinds)) return []
    return [{ name, label: type.label ?? { en: name, es: name }, type }]
  })

/** Kinds of data types that have few enough values to group by. */
export const GROUPING_KINDS = ['name', 'version', 'language', 'enumeration', 'organisation'] as const
