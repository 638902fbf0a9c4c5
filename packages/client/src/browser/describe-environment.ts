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

/** Describes the device by what the browser says of itself, without asking for anything that needs a permission. */
export const describeEnvironment = ({
  userAgent,
  language,
}: Pick<Navigator, 'userAgent' | 'language'> = navigator): Environment => ({
  osName: detectOs(userAgent),
  osVersion: VERSION.exec(userAgent)?.[1]?.replaceAll('_', '.'),
  deviceModel: (APPLE_MODEL.exec(userAgent) ?? ANDROID_MODEL.exec(userAgent))?.[1],
  language,
})
