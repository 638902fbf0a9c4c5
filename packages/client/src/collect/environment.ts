import type { AutomaticSource } from '@candor/practices'

import type { Candor } from '../core/candor.js'
import { findAutomatic } from './automatic-types.js'
import { provide } from './recorders.js'
import { NOTHING_TO_STOP, startAll, type Stop } from './stops.js'
import { whileCollected } from './while-collected.js'

/** What is known of the device, in forms that the census data types take. */
export interface DeviceFacts {
  readonly osName: string
  readonly osVersion: string | undefined
  readonly deviceModel: string | undefined
  readonly language: string | undefined
}

const FACTS = {
  'os-name': 'osName',
  'os-version': 'osVersion',
  'device-model': 'deviceModel',
  language: 'language',
} as const satisfies Partial<Record<AutomaticSource, keyof DeviceFacts>>

type FactSource = keyof typeof FACTS

const NOT_IN_A_NAME = /[^\p{L}\p{N} \-_()+,/]/gu

/** A model as a data type of kind `name` takes it; undefined where nothing is left. */
export const toModelName = (model: string | undefined): string | undefined =>
  model
    ?.replaceAll(NOT_IN_A_NAME, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 64)
    .trim() || undefined

/**
 * Reads what is known of the device once any data type wants it, and gives each its value. `read` calls back at once or
 * later.
 */
export const collectEnvironment = (
  candor: Candor,
  read: (use: (facts: DeviceFacts) => void) => void,
): Stop => {
  const sources = Object.keys(FACTS) as readonly FactSource[]
  const all = findAutomatic(candor.practices, ...sources)
  return whileCollected(candor, all, () => {
    let state: 'reading' | 'stopped' = 'reading'
    let stop = NOTHING_TO_STOP
    read((facts) => {
      if (state === 'stopped') return
      stop = startAll(
        sources.map((source) => () => {
          const value = facts[FACTS[source]]
          return value ? provide(candor, findAutomatic(candor.practices, source), value) : NOTHING_TO_STOP
        }),
      )
    })
    return () => {
      state = 'stopped'
      stop()
    }
  })
}

/** Gives the app's name to the data types that want it. */
export const collectAppName = (candor: Candor, name: string | undefined): Stop => {
  const types = findAutomatic(candor.practices, 'app-name')
  return name ? whileCollected(candor, types, () => provide(candor, types, name)) : NOTHING_TO_STOP
}
