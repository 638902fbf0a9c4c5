import { existsSync } from 'node:fs'
import { CandorError } from '@candor/practices'
import { openControl, type Control, type ControlOptions } from '../open-control.js'

/** Where a control plane is, and its copy on this machine. */
export interface KnownPlaces {
  readonly place: string
  readonly copy: string
}

/**
 * Opens the control plane, or, where that is away, what was known of it last: the service beside keeps the copy up to date
 * when it is back. Throws CANDOR_CONTROL_PLANE_AWAY where nothing is known here.
 */
export const openKnownControl = async (
  { place, copy }: KnownPlaces,
  options: ControlOptions,
): Promise<Control> => {
  try {
    return await openControl(place, options)
  } catch (error) {
    const isAway = error instanceof CandorError && error.code === 'CANDOR_CONTROL_PLANE_AWAY'
    if (!isAway || !existsSync(copy)) throw error
    options.onFailure('CANDOR_CONTROL_PLANE_AWAY', error)
    return openControl(copy, options)
  }
}
