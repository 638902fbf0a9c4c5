import type { Profile } from './profile.js'

/** What a user agent says of the device and its system. */
export type SystemFacts = Pick<Profile, 'os' | 'osName' | 'osVersion' | 'deviceModel'>

/** Test tools present themselves as phones of long ago; nobody uses the app there. */
const OLDEST_ANDROID = 9

const MODEL = /Android (\d+)(?:\.\d+)*; ([^;)]+?)(?: Build\/[^;)]*)?[;)]/

const describeAndroid = (userAgent: string): SystemFacts | undefined => {
  const [, version = '', model = ''] = MODEL.exec(userAgent) ?? []
  // A reduced user agent ("Android 10; K") hides both the model and the version.
  if (model.length < 2 || model.includes('Mobile') || Number(version) < OLDEST_ANDROID) return undefined
  return { os: 'Android', osName: 'Android', osVersion: version, deviceModel: model }
}

/** Safari carries its system's version since 26; the system part of its user agent stands still at an older one. */
const safariVersion = (userAgent: string): string | undefined => /Version\/(\d+\.\d+)/.exec(userAgent)?.[1]

const describePhone = (userAgent: string): SystemFacts | undefined => {
  const [, major, minor = '0'] = / OS (\d+)_(\d+)/.exec(userAgent) ?? []
  const osVersion = safariVersion(userAgent) ?? (major === undefined ? undefined : `${major}.${minor}`)
  return osVersion === undefined
    ? undefined
    : { os: 'iOS', osName: 'iPhoneiOS', osVersion, deviceModel: 'iPhone' }
}

const describeMac = (userAgent: string): SystemFacts => {
  const [major = 0, minor = 0] = (safariVersion(userAgent) ?? '').split('.').map(Number)
  // Before 26, Safari counted three ahead of macOS; other browsers on a Mac say 10.15.7 whatever it is.
  const counted = major >= 26 ? `${major}.${minor}` : `${major - 3}.${minor}`
  return { os: 'macOS', osName: 'macOS', osVersion: major > 13 ? counted : '10.15.7', deviceModel: 'Mac' }
}

/** What a user agent says of the device and its system; undefined where it hides it. */
export const describeSystem = (userAgent: string): SystemFacts | undefined => {
  if (userAgent.includes('Android')) return describeAndroid(userAgent)
  if (userAgent.includes('iPhone;')) return describePhone(userAgent)
  if (userAgent.includes('Macintosh')) return describeMac(userAgent)
  if (userAgent.includes('Windows NT 10.0')) {
    return { os: 'Windows', osName: 'Windows', osVersion: '10.0', deviceModel: 'PC' }
  }
  const chrome = /CrOS \w+ (\d+\.\d+)/.exec(userAgent)?.[1]
  if (chrome !== undefined)
    return { os: 'ChromeOS', osName: 'ChromeOS', osVersion: chrome, deviceModel: 'Chromebook' }
  return undefined
}
