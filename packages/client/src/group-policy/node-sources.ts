import { execFile } from 'node:child_process'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'

import type { FileFacts, PolicyFiles, PolicySources, Run } from './sources.js'

const RUN_TIMEOUT_MILLIS = 10_000
const MAX_OUTPUT_BYTES = 1_048_576
const PERMISSION_BITS = 0o7777

const run: Run = (program, args) =>
  new Promise((resolve, reject) => {
    const options = {
      encoding: 'latin1',
      timeout: RUN_TIMEOUT_MILLIS,
      maxBuffer: MAX_OUTPUT_BYTES,
      windowsHide: true,
    } as const
    execFile(program, args, options, (error, output) => {
      const exitCode = error === null ? 0 : error.code
      // Anything but a number says that the program did not run to its end.
      if (typeof exitCode === 'number') resolve({ exitCode, output })
      else reject(error ?? new Error(`${program} did not end`))
    })
  })

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const kindOf = (facts: { isFile(): boolean; isDirectory(): boolean }): FileFacts['kind'] => {
  if (facts.isFile()) return 'file'
  return facts.isDirectory() ? 'folder' : 'other'
}

const files: PolicyFiles = {
  realPath: (path) =>
    realpath(path).catch((error: unknown) => {
      if (isAbsent(error)) return undefined
      throw error
    }),
  stat: async (path) => {
    const facts = await stat(path)
    return {
      kind: kindOf(facts),
      ownerId: facts.uid,
      mode: facts.mode & PERMISSION_BITS,
      sizeBytes: facts.size,
    }
  },
  list: (path) => readdir(path),
  readFile: (path) => readFile(path),
}

const userName = (): string | undefined => {
  try {
    return userInfo().username
  } catch {
    // An account without an entry in the password database has no name.
    return undefined
  }
}

/** The device itself: programs by execFile (10 seconds, 1 MiB of output at most) and the file system. */
export const nodeSources: PolicySources = { run, files, userName }
