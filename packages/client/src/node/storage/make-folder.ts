import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import { codeOf } from './code-of.js'

const make = (folder: string): string => {
  try {
    mkdirSync(folder, { mode: 0o700 })
    return ''
  } catch (error) {
    return codeOf(error)
  }
}

/**
 * Makes a folder (mode 0700) and those above it; throws where that is refused. mkdirSync can do that too, but below
 * /proc it never ends (Node 20).
 */
export const makeFolder = (folder: string): void => {
  const parent = dirname(folder)
  let code = make(folder)
  if (code === 'ENOENT' && parent !== folder) {
    makeFolder(parent)
    code = make(folder)
  }
  if (code !== '' && code !== 'EEXIST') throw new Error(code)
}
