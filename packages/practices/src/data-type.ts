import type { AutomaticSource } from './automatic-source.js'
import type { DataCategory } from './category.js'
import type { Localised } from './language.js'

/** What every data type says of itself, for the published page. */
export interface Described {
  /** The name people read, in every language. Default: the data type's own name. */
  readonly label?: Localised
  /** An example value as people read it; the same bytes in every language. */
  readonly example: string
  /** What people should know of it. */
  readonly note?: Localised
  /** Why it is collected. Default: the category's purpose. */
  readonly purpose?: Localised
  /** Days it is kept, where that is shorter than the category's. */
  readonly retentionDays?: number
  /** The practices version that first collected it, or that widened it. Default 1. A consent covers what was there when it was given. */
  readonly since?: number
  /** Where the client itself can fill it, so that the app need not record it. It is published, since nobody sees it happen. */
  readonly automatic?: AutomaticSource
}

/** A number of occurrences, added up on the device. */
export interface Count extends Described {
  readonly kind: 'count'
}

/** An amount of time, added up on the device, in the unit given. */
export interface Duration extends Described {
  readonly kind: 'duration'
  readonly unit: 'second' | 'minute'
}

/** Numbers of occurrences by label, added up on the device. */
export interface LabelledCount extends Described {
  readonly kind: 'labelled-count'
  /** The labels there are; without it any name is one, up to `maxLabels`. */
  readonly labels?: readonly string[]
  /** Labels a report may hold. Default 64. */
  readonly maxLabels?: number
}

/** How many values fell into each bucket, added up on the device; the values themselves are kept nowhere. */
export interface Distribution extends Described {
  readonly kind: 'distribution'
  /** The unit of the values, such as ms. */
  readonly unit: string
  /** The lower bounds of the buckets, ascending, 1 to 64. The first bucket holds all that is below the second bound. */
  readonly bounds: readonly number[]
}

/** One of a fixed list of words. */
export interface Enumeration extends Described {
  readonly kind: 'enumeration'
  readonly values: readonly string[]
}

/** A product's, model's or system's name: letters, digits, blanks and -_()+,/ so that no address can be written in it. */
export interface Name extends Described {
  readonly kind: 'name'
  /** Characters. Default 64. */
  readonly maxLength?: number
}

/** A version such as 8.3; never four numbers that could be an IPv4 address. */
export interface Version extends Described {
  readonly kind: 'version'
}

/** A language and region, as a BCP 47 tag. */
export interface LanguageTag extends Described {
  readonly kind: 'language'
}

/** A user id that is hashed on the device and again at the service; the device sends the first hash. */
export interface TwiceHashedUserId extends Described {
  readonly kind: 'twice-hashed-user-id'
}

/** A GUID made at random once on the device. */
export interface DeviceIdType extends Described {
  readonly kind: 'device-id'
}

/** The registered name of the organisation, in cleartext. */
export interface Organisation extends Described {
  readonly kind: 'organisation'
}

/** A user id that travels in cleartext and is hashed by the service before anything is written. */
export interface ServiceHashedUserId extends Described {
  readonly kind: 'service-hashed-user-id'
}

/** Free text, bounded. */
export interface Text extends Described {
  readonly kind: 'text'
  /** Characters. Default 256. */
  readonly maxLength?: number
}

/** An error with its type, message and stack. */
export interface ExceptionType extends Described {
  readonly kind: 'exception'
}

/** The last lines that the app logged before an error, oldest first. */
export interface LogType extends Described {
  readonly kind: 'log'
  /** Lines. Default 50. */
  readonly maxLines?: number
}

/** Named numbers, each with its unit. */
export interface Measurements extends Described {
  readonly kind: 'measurements'
  /** The figures there are, and the unit of each. */
  readonly figures: Readonly<Record<string, string>>
}

/** Named short texts, such as the settings of a device. */
export interface Attributes extends Described {
  readonly kind: 'attributes'
  readonly attributes: readonly string[]
}

/** An IPv4 or IPv6 address. */
export interface IpAddress extends Described {
  readonly kind: 'ip-address'
}

/** A SIP or SIPS URI (RFC 3261). */
export interface SipUri extends Described {
  readonly kind: 'sip-uri'
}

/** A data type of any kind. */
export type DataType =
  | Count
  | Duration
  | LabelledCount
  | Distribution
  | Enumeration
  | Name
  | Version
  | LanguageTag
  | TwiceHashedUserId
  | DeviceIdType
  | Organisation
  | ServiceHashedUserId
  | Text
  | ExceptionType
  | LogType
  | Measurements
  | Attributes
  | IpAddress
  | SipUri

/** What a data type holds: the first word of every switch over data types. */
export type DataTypeKind = DataType['kind']

const AGGREGATED_KINDS = [
  'count',
  'duration',
  'labelled-count',
  'distribution',
  'enumeration',
  'name',
  'version',
  'language',
] as const

/**
 * The kinds that each category may hold. Census has no kind that could name an organisation or a person in the clear,
 * usage none that could name a user or a device, error reporting none that census or usage could be joined with.
 */
export const KINDS_BY_CATEGORY = {
  census: [...AGGREGATED_KINDS, 'twice-hashed-user-id', 'device-id'],
  usage: [...AGGREGATED_KINDS, 'organisation'],
  error: [
    ...AGGREGATED_KINDS,
    'service-hashed-user-id',
    'text',
    'exception',
    'log',
    'measurements',
    'attributes',
    'ip-address',
    'sip-uri',
  ],
} as const satisfies Readonly<Record<DataCategory, readonly DataTypeKind[]>>

/** The data types that a category may hold. */
export type DataTypeIn<C extends DataCategory> = Extract<
  DataType,
  { readonly kind: (typeof KINDS_BY_CATEGORY)[C][number] }
>
