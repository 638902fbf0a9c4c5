import { readFileSync } from 'node:fs'
import { release, version } from 'node:os'

import { toModelName, type DeviceFacts } from '../environment.js'
import { quietly } from '../stops.js'

/** What Node is asked for to describe the device. */
export interface NodeSystem {
  /** As process.platform. */
  readonly platform: string
  /** As os.release. */
  readonly release: string
  /** As os.version. */
  readonly version: string
  /** A file's text; undefined where it cannot be read. */
  readonly readFile: (path: string) => string | undefined
  /** As a BCP 47 tag. */
  readonly language: string
}

const OS_NAMES: Readonly<Record<string, string>> = {
  win32: 'Windows',
  darwin: 'macOS',
  linux: 'Linux',
  android: 'Android',
}
const FIRST_BUILD_OF_WINDOWS_11 = 22_000
const DARWIN_OF_MACOS_26 = 25

/** Windows 11 still says 10.0; its builds begin with 22000. A server has the year in its name. */
const windowsVersion = ({ release: kernel, version: name }: NodeSystem): string => {
  const [major = '', minor = '', build = ''] = kernel.split('.')
  const server = /Server (\d{4})/.exec(name)?.[1]
  if (server) return server
  if (major !== '10') return `${major}.${minor}`
  return Number(build) >= FIRST_BUILD_OF_WINDOWS_11 ? '11' : '10'
}

const macVersion = ({ release: kernel, readFile }: NodeSystem): string | undefined => {
  const list = readFile('/System/Library/CoreServices/SystemVersion.plist') ?? ''
  const product = /<key>ProductVersion<\/key>\s*<string>([\d.]+)<\/string>/.exec(list)?.[1]
  if (product) return product
  const darwin = Number.parseInt(kernel, 10)
  // Darwin 20 is macOS 11; from Darwin 25 on macOS is named after the year that follows.
  if (darwin >= DARWIN_OF_MACOS_26) return String(darwin + 1)
  return darwin >= 20 ? String(darwin - 9) : undefined
}

const linuxVersion = ({ release: kernel, readFile }: NodeSystem): string | undefined => {
  const about = readFile('/etc/os-release') ?? ''
  const valueOf = (key: string): string | undefined =>
    new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(about)?.[1] || undefined
  const number = valueOf('VERSION_ID')
  const name = valueOf('ID')
  if (number && name) return `${number}-${name}`
  return number ?? /^\d+(?:\.\d+){0,2}/.exec(kernel)?.[0]
}

const versionOf = (system: NodeSystem): string | undefined => {
  switch (system.platform) {
    case 'win32':
      return windowsVersion(system)
    case 'darwin':
      return macVersion(system)
    case 'linux':
      return linuxVersion(system)
    default:
      return /^\d+(?:\.\d+){0,2}/.exec(system.release)?.[0]
  }
}

/** Describes the device that a process runs on. Linux versions name their distribution, such as 12-debian. */
export const describeSystem = (system: NodeSystem): DeviceFacts => ({
  osName: OS_NAMES[system.platform] ?? 'Other',
  osVersion: versionOf(system),
  deviceModel:
    system.platform === 'linux'
      ? toModelName(system.readFile('/sys/devices/virtual/dmi/id/product_name')?.trim())
      : undefined,
  language: system.language,
})

/** What Node knows of its device; a file or two are read. */
export const readNodeFacts = (): DeviceFacts =>
  describeSystem({
    platform: process.platform,
    release: release(),
    version: version(),
    readFile: (path) => quietly(() => readFileSync(path, 'utf8')),
    language: new Intl.DateTimeFormat().resolvedOptions().locale,
  })
