import type { DevicePractices } from '@candor/practices'

import type { Candor } from '../core/candor.js'
import { countOne } from './recorders.js'
import { quietly } from './stops.js'

/**
 * Counts an attempt to sign in, and a failure where it fails, in the data types whose automatic sources are
 * `sign-in-attempts` and `sign-in-failures`. Result and error are passed on unchanged.
 */
export const watchSignIn = <T, P extends DevicePractices>(
  candor: Candor<P>,
  signIn: () => Promise<T>,
): Promise<T> => {
  const ofAnyProduct = candor as unknown as Candor
  const fail = (error: unknown): never => {
    quietly(() => countOne(ofAnyProduct, 'sign-in-failures'))
    throw error
  }
  quietly(() => countOne(ofAnyProduct, 'sign-in-attempts'))
  try {
    return signIn().then((result) => result, fail)
  } catch (error) {
    return fail(error)
  }
}
