import type { AutomaticSource } from '@candor/practices'

import type { Candor, CountRecorder, ValueRecorder } from '../core/candor.js'
import { findAutomatic, type AutomaticType } from './automatic-types.js'
import { startAll, type Stop } from './stops.js'

interface AnyRecorder extends CountRecorder, ValueRecorder<unknown> {
  record(value: number): void
}

/** The recorder of a data type whose kind is known from the practices alone; error reporting has none. */
export const recorderOf = (candor: Candor, { category, name }: AutomaticType): AnyRecorder | undefined =>
  category === 'error' ? undefined : (candor[category] as Readonly<Record<string, AnyRecorder>>)[name]

/** Adds one to the counts of a source. */
export const countOne = (candor: Candor, source: AutomaticSource): void => {
  for (const type of findAutomatic(candor.practices, source)) recorderOf(candor, type)?.add()
}

/** Gives data types a value: census and usage hold it from now on, each error report until it is stopped. */
export const provide = (candor: Candor, types: readonly AutomaticType[], value: string): Stop =>
  startAll(
    types.map((type) => () => {
      recorderOf(candor, type)?.set(value)
      return type.category === 'error' ? candor.error.attach(type.name, () => value) : () => {}
    }),
  )
