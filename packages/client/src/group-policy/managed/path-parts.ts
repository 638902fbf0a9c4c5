import { posix } from 'node:path'

import type { PolicyFiles } from '../sources.js'
import type { PathPart } from './distrust.js'

const pathsUpwards = (path: string): readonly string[] => {
  const above = posix.dirname(path)
  return above === path ? [path] : [path, ...pathsUpwards(above)]
}

/** A real path and every folder above it, with what is known of each. Rejects where one cannot be looked at. */
export const pathParts = (files: PolicyFiles, realPath: string): Promise<readonly PathPart[]> =>
  Promise.all(pathsUpwards(realPath).map(async (path) => ({ path, facts: await files.stat(path) })))
