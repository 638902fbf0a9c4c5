import { posix } from 'node:path'

import type { PolicyControl } from '@candor/practices/admx'

import { failure } from '../faults.js'
import type { LevelPolicy } from '../group-policy.js'
import type { PolicyFiles } from '../sources.js'
import { distrust } from './distrust.js'
import { mergeFiles } from './merge-files.js'
import { pathParts } from './path-parts.js'
import { malformedFile, parsePolicyDocument } from './policy-document.js'

/** The largest policy file that is read. */
const MAX_FILE_BYTES = 65_536

const NOTHING: LevelPolicy = { values: {}, warnings: [] }

const readFile = async (
  files: PolicyFiles,
  controls: readonly PolicyControl[],
  path: string,
): Promise<LevelPolicy> => {
  const realPath = await files.realPath(path)
  if (realPath === undefined)
    return malformedFile(controls, 'unreadable-file', path, { fault: 'broken-link' })
  const parts = await pathParts(files, realPath)
  const trouble = distrust(parts)
  if (trouble !== undefined)
    return { values: {}, warnings: [{ code: 'untrusted-file', where: path, ...trouble }] }
  const facts = parts[0]?.facts
  if (facts?.kind !== 'file') return malformedFile(controls, 'malformed-file', path, { fault: 'not-a-file' })
  if (facts.sizeBytes > MAX_FILE_BYTES)
    return malformedFile(controls, 'malformed-file', path, { fault: 'over-64-kib' })
  return parsePolicyDocument(controls, path, await files.readFile(realPath))
}

const readFolder = async (
  files: PolicyFiles,
  controls: readonly PolicyControl[],
  folder: string,
): Promise<LevelPolicy> => {
  const realPath = await files.realPath(folder)
  if (realPath === undefined) return NOTHING
  const trouble = distrust(await pathParts(files, realPath))
  if (trouble !== undefined)
    return { values: {}, warnings: [{ code: 'untrusted-folder', where: folder, ...trouble }] }
  const names = (await files.list(realPath)).filter((name) => name.endsWith('.json'))
  const read = names.toSorted().map((name) => {
    const path = posix.join(folder, name)
    return readFile(files, controls, path).catch((error: unknown) =>
      malformedFile(controls, 'unreadable-file', path, failure(error)),
    )
  })
  return mergeFiles(controls, await Promise.all(read))
}

/**
 * What the policy files (*.json) of a folder set for the controls of a level. Whoever is not root can neither loosen
 * nor tighten by them: a file that others can write, or that stands where others can write, is refused with a warning
 * and sets nothing. What root has put there and cannot be read or understood counts as the strictest, with a warning.
 */
export const readManagedFolder = (
  files: PolicyFiles,
  controls: readonly PolicyControl[],
  folder: string,
): Promise<LevelPolicy> =>
  readFolder(files, controls, folder).catch((error: unknown) =>
    malformedFile(controls, 'unreadable-file', folder, failure(error)),
  )
