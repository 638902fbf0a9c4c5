import type { AutomaticSource } from '../automatic-source.js'
import type { DataCategory } from '../category.js'
import type { DataTypeKind } from '../data-type.js'
import type { Localised } from '../language.js'

/** A data type in the published JSON document. */
export interface DataTypeDescription {
  /** Its id with the category, such as usage.IMSent. */
  readonly id: string
  readonly name: string
  readonly label: Localised
  readonly kind: DataTypeKind
  readonly example: string
  readonly note: Localised | null
  /** The values, ranges, figures or settings that it can hold; null where the practices do not list them. */
  readonly holds: Localised | null
  /** From what the client itself fills it; null where the app records it. */
  readonly automatic: { readonly source: AutomaticSource; readonly statement: Localised } | null
  readonly purpose: Localised
  /** Days. */
  readonly retentionDays: number
}

/** Who can turn something on or off, in the published JSON document. */
export interface RuleDescription {
  /** What the rule is about, as people read it. */
  readonly applies: Localised
  readonly clients: readonly string[] | 'all'
  readonly os: readonly string[] | 'all'
  readonly dataTypes: readonly string[] | 'all'
  readonly statement: Localised
  readonly controls: readonly string[]
  /** One sentence a fact: default, who sets it, where, which setting wins, effect; why there is no control where there is none. */
  readonly controlLines: readonly Localised[]
}

/** A category in the published JSON document. */
export interface CategoryOfDocument {
  readonly category: DataCategory
  readonly label: Localised
  readonly purpose: Localised
  readonly summary: Localised
  readonly identifies: Localised
  readonly owner: string
  /** Days. */
  readonly retentionDays: number
  readonly dataTypes: readonly DataTypeDescription[]
  readonly rules: readonly RuleDescription[]
}

/** The published practices as JSON: the same document as the page, in every language. */
export interface PracticesDescription {
  readonly product: string
  readonly version: number
  readonly fingerprint: string
  readonly name: Localised
  readonly summary: Localised
  readonly clients: readonly string[]
  readonly categories: readonly CategoryOfDocument[]
  readonly remarks: readonly Localised[]
}
