import type { SkypeTeams } from '@candor/practices/skype-teams'

/** The apps of the simulated fleet. */
export const APP_NAMES = [
  'SkypeDesktop',
  'iPhoneSkype',
  'AndroidSkype',
  'SkypeMac',
  'SkypeWeb',
  'SkypeMeetingsApp',
  'JoinLauncher',
] as const

/** An app of the simulated fleet. */
export type AppName = (typeof APP_NAMES)[number]

/** A kind of device with the app on it, and how common it is. */
export interface Profile {
  readonly appName: AppName
  readonly client: SkypeTeams['clients'][number]
  /** Windows, macOS, Linux, iOS, Android or another name: what rules ask for. */
  readonly os: string
  readonly osName: string
  readonly osVersion: string
  readonly deviceModel: string
  /** Points across and down, such as 1280x720. */
  readonly screen: string
  readonly roundTripMillis: number
  readonly downlinkMbps: number
  readonly weight: number
}
