import type { DevicePractices } from '@candor/practices'
import { policyControlsOf, type PolicyLevel } from '@candor/practices/admx'

import { joinLevels, type GroupPolicy, type LevelPolicy } from './group-policy.js'
import { managedFolder, type ManagedPlatform } from './managed/managed-folders.js'
import { readManagedFolder } from './managed/read-managed-folder.js'
import { nodeSources } from './node-sources.js'
import { readHive, type Hive } from './registry/read-hive.js'
import { policyKeys, registryPolicy } from './registry/registry-policy.js'
import type { PolicySources } from './sources.js'

/** What reading a device's policy is given. */
export interface GroupPolicyOptions {
  /** The practices whose controls are read. */
  readonly practices: DevicePractices
  /** As process.platform names it. Systems other than win32, darwin and linux have no policy. */
  readonly platform: string
  /** The device. Default: the one this runs on. */
  readonly sources?: PolicySources
  /** The folder of Windows, as SystemRoot names it. Default C:\Windows. reg.exe is taken from there and nowhere else. */
  readonly systemRoot?: string
}

const DEFAULT_SYSTEM_ROOT = String.raw`C:\Windows`

const HIVES: Readonly<Record<PolicyLevel, Hive>> = { machine: 'HKLM', user: 'HKCU' }

const NOTHING: LevelPolicy = { values: {}, warnings: [] }

type LevelReader = (level: PolicyLevel) => Promise<LevelPolicy>

const fromRegistry = (
  practices: DevicePractices,
  { run }: PolicySources,
  systemRoot: string,
): LevelReader => {
  // A bare name would be looked for in the working folder first.
  const regExe = `${systemRoot}\\System32\\reg.exe`
  return async (level) =>
    registryPolicy(practices, level, await readHive(run, regExe, HIVES[level], policyKeys(practices)))
}

const fromManagedFiles = (
  practices: DevicePractices,
  { files, userName }: PolicySources,
  platform: ManagedPlatform,
): LevelReader => {
  return async (level) => {
    const folder = managedFolder(platform, level, userName())
    const controls = policyControlsOf(practices).filter(({ levels }) => levels.includes(level))
    return folder === undefined ? NOTHING : readManagedFolder(files, controls, folder)
  }
}

const readerOf = (options: GroupPolicyOptions): LevelReader => {
  const { practices, platform, sources = nodeSources, systemRoot = DEFAULT_SYSTEM_ROOT } = options
  switch (platform) {
    case 'win32':
      return fromRegistry(practices, sources, systemRoot)
    case 'darwin':
    case 'linux':
      return fromManagedFiles(practices, sources, platform)
    default:
      return () => Promise.resolve(NOTHING)
  }
}

/**
 * What the administration of this device sets, for the machine and for the user who runs this: the registry on Windows
 * (with Windows Error Reporting), policy files on macOS and Linux. Never rejects; what goes wrong is a warning.
 */
export const readGroupPolicy = async (options: GroupPolicyOptions): Promise<GroupPolicy> => {
  const read = readerOf(options)
  const [machine, user] = await Promise.all([read('machine'), read('user')])
  return joinLevels(machine, user)
}
