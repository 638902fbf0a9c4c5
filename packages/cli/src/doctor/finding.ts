import { ERRORS, type CandorError, type Localised } from '@candor/practices'
import type { Configuration } from '../configuration/table.js'
import type { ServiceAnswer } from './ask-service.js'

/** What a check found. */
export interface Finding {
  /** Names the check. */
  readonly check: string
  readonly state: 'ok' | 'warning' | 'problem'
  readonly message: Localised
  /** What to do; with each warning and problem. */
  readonly wayOut?: Localised
}

/** What the checks look at. */
export interface Scene {
  readonly configuration: Configuration
  readonly dataFolder: string
  /** The address that a service was asked at. */
  readonly url: string
  /** What /readyz answered there; undefined where nothing answers. */
  readonly service: ServiceAnswer | undefined
  /** Asks the service for another address; undefined where it does not answer with 200. */
  readonly ask: (path: string) => Promise<string | undefined>
  readonly nowMillis: number
  readonly nodeVersion: string
  /** The user of this process; undefined where the system has none. */
  readonly userId: number | undefined
}

/** A check of the doctor's. */
export interface Check {
  readonly name: string
  readonly run: (scene: Scene) => Promise<readonly Found[]> | readonly Found[]
}

/** A finding before it has the name of its check. */
export type Found = Omit<Finding, 'check'>

/** Nothing is wrong. */
export const ok = (message: Localised): Found => ({ state: 'ok', message })

/** It works, but not for long, or not as it should. */
export const warning = (message: Localised, wayOut: Localised): Found => ({
  state: 'warning',
  message,
  wayOut,
})

/** It does not work. */
export const problem = (message: Localised, wayOut: Localised): Found => ({
  state: 'problem',
  message,
  wayOut,
})

/** What a coded error says, with its facts. */
export const toldBy = ({ code, facts }: CandorError): Localised => {
  const told = Object.entries(facts).map(([name, value]) => `; ${name}: ${String(value)}`)
  const { title } = ERRORS[code]
  return { en: title.en + told.join(''), es: title.es + told.join('') }
}
