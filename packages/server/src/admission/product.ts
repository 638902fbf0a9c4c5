import {
  compileLaneAtService,
  type DataCategory,
  type DataFault,
  type DevicePractices,
  type Practices,
} from '@candor/practices'
import { compilePseudonymise } from '../pseudonym/pseudonymise.js'
import type { Pseudonyms } from '../pseudonym/pseudonyms.js'

type Data = Readonly<Record<string, unknown>>

/** What admission needs of one lane of a product, compiled from its practices. */
export interface CompiledLane {
  /** The first fault of a report's data; undefined where all of it is well. */
  readonly faultOf: (data: Data) => DataFault | undefined
  /** Replaces the identifiers by pseudonyms. */
  readonly pseudonymise: (data: Data) => Data
}

/** A product as admission knows it: its practices, and each lane compiled from them. */
export interface Product {
  readonly practices: Practices
  readonly lanes: Readonly<Record<DataCategory, CompiledLane>>
  /** The id of the epoch that pseudonyms are made with now. */
  readonly epoch: () => number
}

const compile = (
  practices: DevicePractices,
  category: DataCategory,
  pseudonyms: Pseudonyms,
): CompiledLane => ({
  faultOf: compileLaneAtService(practices, category),
  pseudonymise: compilePseudonymise(practices, category, pseudonyms),
})

/** Compiles a product's practices for admission. */
export const compileProduct = (practices: Practices, pseudonyms: Pseudonyms): Product => ({
  practices,
  lanes: {
    census: compile(practices, 'census', pseudonyms),
    usage: compile(practices, 'usage', pseudonyms),
    error: compile(practices, 'error', pseudonyms),
  },
  epoch: () => pseudonyms.epoch(),
})
