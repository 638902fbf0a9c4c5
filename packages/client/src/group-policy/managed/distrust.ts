import type { Trouble } from '../faults.js'
import type { FileFacts } from '../sources.js'

const ROOT_ID = 0
const WRITABLE_BY_OTHERS = 0o022
const STICKY = 0o1000

/** Something on a path, from the file or folder itself upwards. */
export interface PathPart {
  readonly path: string
  readonly facts: FileFacts
}

const canOthersWrite = ({ mode }: FileFacts): boolean => (mode & WRITABLE_BY_OTHERS) !== 0

/** In a sticky folder others can add, but not replace what is root's. */
const canOthersReplaceWithin = (facts: FileFacts): boolean =>
  canOthersWrite(facts) && (facts.mode & STICKY) === 0

/**
 * Why somebody other than root could have written a file or a folder's entries, or undefined where only root could:
 * it and every folder above it belong to root, it is not writable by group or others, and neither are those folders
 * (but for sticky ones). Pure; access control lists are not looked at.
 */
export const distrust = ([itself, ...above]: readonly PathPart[]): Trouble | undefined => {
  if (itself === undefined) return { fault: 'not-a-file' }
  const stranger = [itself, ...above].find(({ facts }) => facts.ownerId !== ROOT_ID)
  if (stranger !== undefined) return { fault: 'not-of-root', what: stranger.path }
  const open = canOthersWrite(itself.facts)
    ? itself
    : above.find(({ facts }) => canOthersReplaceWithin(facts))
  return open && { fault: 'writable-by-others', what: open.path }
}
