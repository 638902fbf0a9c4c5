import type { WatsonSettings } from '../meeting/watson.js'
import type { Profile } from './profiles/profile.js'

/** One simulated installation: a device with the app on it, and the person who uses it. */
export interface Installation {
  /** From 0; the same number is the same installation in every run of a seed. */
  readonly number: number
  readonly profile: Profile
  readonly organisation: string
  readonly userId: string
  /** A language and region as a device says them, such as en-US. */
  readonly language: string
  readonly errorReporting: 'granted' | 'denied' | 'undecided'
  /** How much this person does, about 1. */
  readonly diligence: number
  /** The share of the replayed days (0 to 1) that have passed when this installation appears. */
  readonly appearsAfter: number
  readonly cores: number
  /** What the device's app is, while no troubled release is rolled out. */
  readonly appVersion: string
  /** The device's Windows Error Reporting values. */
  readonly watson: WatsonSettings
}

/** Whether whoever uses the app joins meetings as a guest: nobody signs in there. */
export const isGuest = ({ profile: { client } }: Pick<Installation, 'profile'>): boolean =>
  client === 'meetings-app' || client === 'join-launcher'
