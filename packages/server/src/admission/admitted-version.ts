import type { DataCategory } from '@candor/practices'
import type { LaneExpiry } from '../retention/expiry.js'
import type { ErasedCheck } from '../subject/erased-check.js'
import type { Permissions } from './permissions.js'
import type { Product } from './product.js'

/** A version of a product's practices that reports may be made under, and what may be collected under it. */
export interface AdmittedVersion {
  readonly product: Product
  readonly permissions: Permissions
  /** What was erased since, by lane. Default: nothing was. */
  readonly isErased?: Readonly<Record<DataCategory, ErasedCheck>>
  /** What is not kept any more of reports that come late, by lane. Default: all is kept. */
  readonly expiry?: Readonly<Record<DataCategory, LaneExpiry>>
}

/** What an envelope is admitted against. */
export interface AdmissionScope {
  /** The versions of the key's product, by product@version. */
  readonly versions: ReadonlyMap<string, AdmittedVersion>
  readonly nowMillis: number
  /** The latest instant that the service has seen. Default: now. */
  readonly latestMillis?: number
  /** The time that is believed; earlier than now where the machine's clock leapt ahead. Default: now. */
  readonly trustedMillis?: number
}
