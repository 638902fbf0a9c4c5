import { posix } from 'node:path'

import type { PolicyLevel } from '@candor/practices/admx'

/** The systems whose administration writes policies as JSON files. */
export type ManagedPlatform = 'darwin' | 'linux'

/**
 * Where the machine's policy files stand. Linux: below /etc/opt, where the Filesystem Hierarchy Standard puts the
 * configuration of add-on software, with the same policies/managed as browsers have there. macOS: below Application
 * Support, where device management scripts put an application's files for all users; not in /Library/Managed
 * Preferences, which macOS itself writes anew, as property lists, whenever a configuration profile changes.
 */
export const MANAGED_FOLDERS: Readonly<Record<ManagedPlatform, string>> = {
  linux: '/etc/opt/candor/policies/managed',
  darwin: '/Library/Application Support/Candor/policies/managed',
}

/** The folder within, whose folders, named after the users' logins, hold what is set for one user. */
const USERS = 'users'

const isFolderName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !name.includes('/') && !name.includes('\0')

/** The folder of a level's files; undefined for a user without a name that a folder can have. */
export const managedFolder = (
  platform: ManagedPlatform,
  level: PolicyLevel,
  userName: string | undefined,
): string | undefined => {
  const folder = MANAGED_FOLDERS[platform]
  if (level === 'machine') return folder
  return userName !== undefined && isFolderName(userName) ? posix.join(folder, USERS, userName) : undefined
}
