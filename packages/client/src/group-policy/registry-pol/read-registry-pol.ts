import type { DevicePractices } from '@candor/practices'
import type { PolicyLevel } from '@candor/practices/admx'

import { failure, showTrouble, type Trouble } from '../faults.js'
import { joinLevels, type GroupPolicy, type LevelPolicy } from '../group-policy.js'
import type { HiveReading } from '../registry/found-value.js'
import { registryPolicy, unreadableValues } from '../registry/registry-policy.js'
import type { PolicyFiles } from '../sources.js'
import type { PolicyWarningCode } from '../warnings.js'
import { applyRegistryPol } from './apply-registry-pol.js'
import { parseRegistryPol } from './parse-registry-pol.js'
import { REGISTRY_POL_LIMITS } from './registry-pol.js'

interface RegistryPolOptions {
  readonly practices: DevicePractices
  readonly files: PolicyFiles
  /** The file of the machine's settings. Default: none. */
  readonly machine?: string
  /** The file of the user's settings. Default: none. */
  readonly user?: string
}

const NOTHING: LevelPolicy = { values: {}, warnings: [] }

const contentOf = async (files: PolicyFiles, path: string): Promise<Uint8Array | 'over-16-mib'> => {
  const { sizeBytes } = await files.stat(path)
  return sizeBytes > REGISTRY_POL_LIMITS.fileBytes ? 'over-16-mib' : files.readFile(path)
}

/** The policy of a file that counts as the strictest because of what is wrong with it. */
const strictest = (
  practices: DevicePractices,
  level: PolicyLevel,
  path: string,
  code: PolicyWarningCode,
  trouble: Trouble,
): LevelPolicy => {
  const text = showTrouble(path, trouble)
  return {
    values: unreadableValues(practices, level, text),
    watson: text,
    warnings: [{ code, where: path, ...trouble }],
  }
}

const readLevel = async (
  { practices, files }: RegistryPolOptions,
  level: PolicyLevel,
  given: string | undefined,
): Promise<LevelPolicy> => {
  if (given === undefined) return NOTHING
  try {
    const path = await files.realPath(given)
    if (path === undefined) return NOTHING
    const content = await contentOf(files, path)
    const parsed =
      content === 'over-16-mib' ? ({ kind: 'damaged', fault: content } as const) : parseRegistryPol(content)
    if (parsed.kind === 'damaged')
      return strictest(practices, level, given, 'malformed-file', { fault: parsed.fault })
    const reading: HiveReading = { kind: 'read', hive: given, lookup: applyRegistryPol(parsed.entries) }
    return registryPolicy(practices, level, reading)
  } catch (error) {
    return strictest(practices, level, given, 'unreadable-file', failure(error))
  }
}

/**
 * What Registry.pol files set, such as those of a local or a domain's Group Policy Object. An absent file sets nothing;
 * a damaged one counts as the strictest. Who may write to the files is for the caller to know.
 */
export const readRegistryPol = async (options: RegistryPolOptions): Promise<GroupPolicy> =>
  joinLevels(
    await readLevel(options, 'machine', options.machine),
    await readLevel(options, 'user', options.user),
  )
