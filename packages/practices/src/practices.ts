import type { DataCategory } from './category.js'
import type { Control } from './control.js'
import type { DataType, DataTypeIn } from './data-type.js'
import type { Localised } from './language.js'
import type { ValuesOf } from './value.js'

/** The keys that hold texts for people, which a device does not need. */
export const TEXT_KEYS = ['label', 'effect', 'statement', 'example', 'note', 'purpose'] as const

/** A part of the practices without its texts. */
export type Untexted<T> = T extends unknown ? Omit<T, (typeof TEXT_KEYS)[number]> : never

/** A data type as the device needs it. */
export type BareDataType = Untexted<DataType>

/** A control as the device needs it. */
export type BareControl = Untexted<Control>

/** A rule as the device needs it. */
export type BareRule = Untexted<Rule>

/** When a rule applies, and what then decides. The first rule that applies counts. */
export interface Rule {
  readonly categories: readonly DataCategory[]
  /** The data types it is about. Default: all of the categories. */
  readonly dataTypes?: readonly string[]
  /** The kinds of client it is about. Default: all. */
  readonly clients?: readonly string[]
  /** The operating systems it is about. Default: all. */
  readonly os?: readonly string[]
  /** The controls that must all allow it, in the order they are asked. Empty: always collected. */
  readonly controls: readonly string[]
  /** What the rule says, in a plain sentence. */
  readonly statement: Localised
}

/** What a category says of itself on the published page. */
export interface CategoryDescription {
  readonly label: Localised
  readonly summary: Localised
  readonly purpose: Localised
  /** What the category can and cannot identify. */
  readonly identifies: Localised
  /** Who answers for it. */
  readonly owner: string
  /** Days its reports are kept. */
  readonly retentionDays: number
}

type DataTypes<C extends DataCategory> = Readonly<Record<string, DataTypeIn<C>>>
type BareDataTypes<C extends DataCategory> = Readonly<Record<string, Untexted<DataTypeIn<C>>>>

/** What the device needs of the practices: everything but the texts. */
export interface DevicePractices {
  /** Lower-case letters, digits and hyphens; it names the tables. */
  readonly product: string
  /** Counts up with each published change. */
  readonly version: number
  /** The published salt of the first hash. */
  readonly censusSalt: string
  /** The kinds of client there are. */
  readonly clients: readonly string[]
  readonly controls: Readonly<Record<string, BareControl>>
  readonly rules: readonly BareRule[]
  /** The data types of each category, by name. */
  readonly dataTypes: { readonly [C in DataCategory]: BareDataTypes<C> }
}

/** The registry of a product's data types, controls and rules: the one source of everything else. */
export interface Practices extends DevicePractices {
  readonly name: Localised
  readonly summary: Localised
  readonly categories: Readonly<Record<DataCategory, CategoryDescription>>
  /** What the source is silent about, and how it was decided. */
  readonly remarks: readonly Localised[]
  readonly controls: Readonly<Record<string, Control>>
  readonly rules: readonly Rule[]
  readonly dataTypes: { readonly [C in DataCategory]: DataTypes<C> }
}

/** The names of a category's data types. */
export type DataTypeName<P extends DevicePractices, C extends DataCategory> = keyof P['dataTypes'][C] & string

/** The values that a lane's report may hold under the practices. */
export type LaneData<P extends DevicePractices, C extends DataCategory> = ValuesOf<P['dataTypes'][C]>

/** A data type named with its category, such as usage.IMSent. */
export type DataTypeId<P extends DevicePractices = DevicePractices> = {
  [C in DataCategory]: `${C}.${DataTypeName<P, C>}`
}[DataCategory]

/** The practices a report was made under, as the wire names them: product@version. */
export const practicesId = (practices: Pick<DevicePractices, 'product' | 'version'>): string =>
  `${practices.product}@${practices.version}`

/** The data type of a name in a category, or undefined where the practices have none. */
export const findDataType = (
  practices: DevicePractices,
  category: DataCategory,
  name: string,
): BareDataType | undefined => {
  const types: Readonly<Record<string, BareDataType>> = practices.dataTypes[category]
  return Object.hasOwn(types, name) ? types[name] : undefined
}
