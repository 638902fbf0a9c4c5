import type { Environment } from '../../browser/describe-environment.js'

/** What a browser with User-Agent Client Hints says of itself (WICG UA Client Hints). */
export interface ClientHints {
  readonly platform?: string
  readonly platformVersion?: string
  readonly model?: string
  readonly mobile?: boolean
  readonly brands?: readonly { readonly brand: string; readonly version: string }[]
}

/** The part of a navigator that has the hints. */
export interface HintedNavigator {
  readonly userAgentData?: ClientHints & {
    readonly getHighEntropyValues?: (hints: string[]) => Promise<ClientHints>
  }
}

const PLATFORMS: Readonly<Record<string, string>> = { 'Chrome OS': 'ChromeOS', 'Chromium OS': 'ChromeOS' }
const OLD_WINDOWS: Readonly<Record<string, string>> = { '0.1': '7', '0.2': '8', '0.3': '8.1' }
const FIRST_OF_WINDOWS_11 = 13

/**
 * Windows gives the version of its API contract: 0.1 to 0.3 are Windows 7 to 8.1, 1 to 12 are Windows 10 and 13 or more
 * Windows 11 (Microsoft, "Detect Windows 11 and CPU architecture using User-Agent Client Hints").
 */
const windowsVersion = (contract: string): string | undefined => {
  const major = Number.parseInt(contract, 10)
  if (Number.isNaN(major)) return undefined
  if (major === 0) return OLD_WINDOWS[contract.split('.').slice(0, 2).join('.')]
  return major >= FIRST_OF_WINDOWS_11 ? '11' : '10'
}

const withoutZeros = (version: string): string => version.replace(/(?:\.0+)+$/, '')

const versionOf = (osName: string, version: string): string | undefined =>
  osName === 'Windows' ? windowsVersion(version) : withoutZeros(version)

/** What the hints say, and for what they leave out, what the user agent string says. */
export const mergeHints = (described: Environment, hints: ClientHints): Environment => {
  const osName = hints.platform ? (PLATFORMS[hints.platform] ?? hints.platform) : described.osName
  const known = osName === described.osName ? described : { osVersion: undefined, deviceModel: undefined }
  return {
    osName,
    osVersion: (hints.platformVersion && versionOf(osName, hints.platformVersion)) || known.osVersion,
    deviceModel: hints.model || known.deviceModel,
    language: described.language,
  }
}

/** A brand that browsers make up, so that nobody relies on the list. */
const MADE_UP = /not.{0,3}a.{0,3}brand/i
/** What a browser is built on says less than its own name. */
const ENGINE = 'Chromium'
const AGENTS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari\//],
] as const

/** The browser's name and main version, such as Firefox 140; undefined where it is not known. */
export const describeBrowser = (
  userAgent: string,
  brands: ClientHints['brands'] = [],
): string | undefined => {
  const named = brands.filter(({ brand }) => !MADE_UP.test(brand))
  const brand = named.find((each) => each.brand !== ENGINE) ?? named[0]
  if (brand) return `${brand.brand} ${brand.version}`
  const [name, pattern] = AGENTS.find(([, each]) => each.test(userAgent)) ?? []
  return pattern && `${name} ${pattern.exec(userAgent)?.[1]}`
}
