import type { AutomaticSource } from '../../automatic-source.js'
import type { DataTypeKind } from '../../data-type.js'
import type { Phrase, Segment } from '../phrase.js'

/** The words of the published document that are not the practices' own. A missing one does not compile. */
export interface DocumentTexts {
  /** The language's own name. */
  readonly languageName: string
  readonly skipToContent: string
  readonly contents: string
  readonly languages: string
  /** What stands before the three categories. */
  readonly categoriesIntroduction: string
  readonly columns: { readonly dataType: string; readonly example: string; readonly notes: string }
  readonly tableCaption: (category: string) => string
  readonly purpose: string
  readonly kept: (days: number) => string
  readonly keptShorter: (days: number) => string
  readonly whoControls: string
  readonly firstRuleCounts: string
  readonly noControl: string
  /** Why census has no switch. */
  readonly censusHasNoControl: Phrase
  readonly remarksTitle: (count: number) => string
  readonly remarksIntroduction: string
  readonly version: string
  readonly fingerprint: string
  readonly fingerprintMeaning: string
  readonly otherFormats: string
  readonly generated: string
  readonly clients: Readonly<Record<string, string>>
  readonly allClients: string
  readonly and: string
  /** Where a rule is about some data types, or some operating systems only. */
  readonly only: (subject: Phrase) => Phrase
  readonly on: (systems: string) => string
  readonly states: {
    readonly alwaysOn: string
    readonly onByDefault: string
    readonly offByDefault: string
    readonly offUntilUser: string
  }
  readonly control: ControlTexts
  readonly kinds: Readonly<Record<DataTypeKind, string>>
  readonly durationUnits: { readonly second: string; readonly minute: string }
  readonly oneOf: string
  readonly holds: string
  /** What stands before the ranges of a distribution and their unit. */
  readonly ranges: string
  readonly below: (bound: Segment) => Phrase
  readonly between: (from: Segment, to: Segment) => Phrase
  readonly andAbove: (bound: Segment) => Phrase
  readonly anyValue: string
  /** That the client itself fills a data type, from what. */
  readonly automatic: (source: AutomaticSource) => string
}

/** The words that tell of a control. */
export interface ControlTexts {
  readonly terms: {
    readonly default: string
    readonly setBy: string
    readonly where: string
    readonly wins: string
    readonly values: string
    readonly effect: string
  }
  readonly collected: string
  readonly notCollected: string
  /** What a scope with a fixed name is. */
  readonly scopes: Readonly<Record<string, string>>
  readonly hosting: { readonly pool: string; readonly site: string }
  readonly onTheDevice: string
  readonly eachUser: string
  readonly strictestWins: (forbidding: Segment) => Phrase
  readonly nearestWins: string
  readonly strictestGradeWins: string
  readonly malformedIsStrictest: string
  readonly ownChoiceWins: (collects: Segment) => Phrase
  readonly countsAsDenied: string
  readonly off: (value: Segment) => Phrase
  readonly cap: (value: Segment, grade: Segment) => Phrase
  readonly nothingUntilAnswer: (grade: Segment) => Phrase
}
