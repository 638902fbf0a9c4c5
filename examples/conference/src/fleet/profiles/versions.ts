import type { AppName } from './profile.js'

/** A version of an app, and how common it is among its installations. */
export interface AppVersion {
  readonly version: string
  readonly weight: number
}

const byAge = (current: string, previous: string, older: string): readonly AppVersion[] => [
  { version: current, weight: 0.7 },
  { version: previous, weight: 0.2 },
  { version: older, weight: 0.1 },
]

/** The versions of each app that are in use, the current one first. */
export const VERSIONS: Readonly<Record<AppName, readonly AppVersion[]>> = {
  SkypeDesktop: byAge('16.0.5134', '16.0.5095', '16.0.4266'),
  iPhoneSkype: byAge('6.34.2', '6.33.0', '6.31.1'),
  AndroidSkype: byAge('6.34.5', '6.33.1', '6.31.0'),
  SkypeMac: byAge('16.29.57', '16.28.192', '16.27.37'),
  SkypeWeb: byAge('2026.46.3', '2026.46.1', '2026.45.4'),
  SkypeMeetingsApp: byAge('16.2.511', '16.2.498', '16.2.477'),
  JoinLauncher: byAge('2026.46.3', '2026.46.1', '2026.45.4'),
}

/** The release of each app that raised an error and was taken back. */
export const TROUBLED_VERSIONS: Readonly<Record<AppName, string>> = {
  SkypeDesktop: '16.0.5133',
  iPhoneSkype: '6.34.1',
  AndroidSkype: '6.34.4',
  SkypeMac: '16.29.56',
  SkypeWeb: '2026.46.2',
  SkypeMeetingsApp: '16.2.510',
  JoinLauncher: '2026.46.2',
}
