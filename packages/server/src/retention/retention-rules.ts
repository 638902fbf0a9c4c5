import { DATA_CATEGORIES, type DataCategory, type DataType, type Practices } from '@candor/practices'

const DAY_MILLIS = 86_400_000

/** How long reports are kept that were made under a version, up to the next rule's version. */
export interface RetentionRule {
  readonly fromVersion: number
  /** Days after the end of what a report covers. */
  readonly days: number
}

/** How long a lane keeps its reports, and the values that are kept shorter. Rules ascend by version; the first is of version 0. */
export interface LaneRetention {
  readonly reports: readonly RetentionRule[]
  /** By data type; only those that some version keeps shorter than its reports. */
  readonly values: ReadonlyMap<string, readonly RetentionRule[]>
}

/** How long each lane of a product keeps what it has. */
export type ProductRetention = Readonly<Record<DataCategory, LaneRetention>>

/** What was made under a version from `fromVersion` on is over if its end is not after this instant. */
export interface Cutoff {
  readonly fromVersion: number
  /** Milliseconds since 1970. */
  readonly endMillis: number
}

type DaysIn = (practices: Practices) => number

/**
 * The least days of the version a report was made under and of every later one: a promise that was made is kept, a shorter
 * one counts for what is there already, and a longer one brings nothing back.
 */
const rulesOf = (newestFirst: readonly Practices[], daysIn: DaysIn): readonly RetentionRule[] => {
  let days = Infinity
  const rules: RetentionRule[] = []
  for (const practices of newestFirst) {
    days = Math.min(days, daysIn(practices))
    const last = rules.at(-1)
    if (last !== undefined && (last.days === days || last.fromVersion === practices.version)) rules.pop()
    rules.push({ fromVersion: practices.version, days })
  }
  return rules.toReversed().map((rule, at) => (at === 0 ? { ...rule, fromVersion: 0 } : rule))
}

const laneRetention = (newestFirst: readonly Practices[], category: DataCategory): LaneRetention => {
  const ofReports: DaysIn = ({ categories }) => categories[category].retentionDays
  const ofValues =
    (name: string): DaysIn =>
    (practices) => {
      const types: Readonly<Record<string, DataType>> = practices.dataTypes[category]
      const type = Object.hasOwn(types, name) ? types[name] : undefined
      return type === undefined ? Infinity : (type.retentionDays ?? ofReports(practices))
    }
  const isShorter = (name: string): boolean =>
    newestFirst.some((practices) => ofValues(name)(practices) < ofReports(practices))
  const names = new Set(newestFirst.flatMap(({ dataTypes }) => Object.keys(dataTypes[category])))
  return {
    reports: rulesOf(newestFirst, ofReports),
    values: new Map(
      [...names].filter(isShorter).map((name) => [name, rulesOf(newestFirst, ofValues(name))] as const),
    ),
  }
}

/** How long a product's lanes keep what they have, by all versions of its practices that were ever served. */
export const retentionOf = (versions: readonly Practices[]): ProductRetention => {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version)
  const lanes = DATA_CATEGORIES.map((category) => [category, laneRetention(newestFirst, category)] as const)
  return Object.fromEntries(lanes) as Record<DataCategory, LaneRetention>
}

/** Days that a version's reports or values are kept. */
export const daysUnder = (rules: readonly RetentionRule[], version: number): number =>
  rules.findLast(({ fromVersion }) => fromVersion <= version)?.days ?? Infinity

/** What is over now. Rules without an end have no cutoff. */
export const cutoffsOf = (rules: readonly RetentionRule[], nowMillis: number): readonly Cutoff[] =>
  rules.map(({ fromVersion, days }) => ({
    fromVersion,
    endMillis: days === Infinity ? 0 : nowMillis - days * DAY_MILLIS,
  }))

/** The instant that what a report covers ends at: in census the end of its last day. */
export const endOf = (category: DataCategory, { toMillis }: { readonly toMillis: number }): number =>
  category === 'census' ? toMillis + DAY_MILLIS : toMillis

/**
 * What is wrong with how long practices keep what they have; undefined where nothing is. The device's id orders the rows
 * of census, where it cannot be made empty, so that it is kept as long as its report.
 */
export const retentionFault = ({ dataTypes, categories }: Practices): string | undefined => {
  for (const category of DATA_CATEGORIES) {
    const types: Readonly<Record<string, DataType>> = dataTypes[category]
    for (const [name, { kind, retentionDays }] of Object.entries(types)) {
      if (kind === 'device-id' && (retentionDays ?? Infinity) < categories[category].retentionDays)
        return `${category}.${name} orders the rows and cannot be kept shorter than they are`
    }
  }
  return undefined
}
