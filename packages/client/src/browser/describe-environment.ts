import { detectOs } from './detect-os.js'

/** What a browser says of the device it runs on, in forms that the census data types take. */
export interface Environment {
  /** Windows, macOS, Linux, iOS, Android, ChromeOS or Other. */
  readonly osName: string
  /** As far as the browser tells it: many have stopped at a version for good. */
  readonly osVersion: string | undefined
  /** A phone's or tablet's model. */
  readonly deviceModel: string | undefined
  /** The language and region that the user prefers, as a BCP 47 tag. */
  readonly language: string
}

const VERSION = /(?:Windows NT|Android|CPU(?: iPhone)? OS|Mac OS X) (\d+(?:[._]\d+){0,2})/
const ANDROID_MODEL = /Android [\d.]+; ([^;)]+?)(?: Build\/[^)]*)?\)/
const APPLE_MODEL = /\((iPhone|iPad)/

/** What browsers that hide the model put in its place. */
const HIDDEN_MODEL = 'K'

const versionOf = (userAgent: string): string | undefined =>
  VERSION.exec(userAgent)?.[1]?.replaceAll('_', '.')

/** Describes the device by what the browser says of itself, without asking for anything that needs a permission. */
export const describeEnvironment = ({
  userAgent,
  language,
  maxTouchPoints,
}: Pick<Navigator, 'userAgent' | 'language'> &
  Partial<Pick<Navigator, 'maxTouchPoints'>> = navigator): Environment => {
  const osName = detectOs(userAgent, maxTouchPoints)
  const deviceModel = (APPLE_MODEL.exec(userAgent) ?? ANDROID_MODEL.exec(userAgent))?.[1]
  // A version beside a hidden model, or of the Mac that an iPad says it is, is made up too.
  if (deviceModel === HIDDEN_MODEL) return { osName, osVersion: undefined, deviceModel: undefined, language }
  if (osName === 'iOS' && !deviceModel) return { osName, osVersion: undefined, deviceModel: 'iPad', language }
  return { osName, osVersion: versionOf(userAgent), deviceModel, language }
}
