import { chmodSync, rmSync } from 'node:fs'
import type { ErrorCode } from '@candor/practices'
import { isAway } from '../control-plane/away.js'
import { openControlPlane, type ControlPlane } from '../control-plane/open-control-plane.js'
import { readRevisions, REVISIONS, type RevisionName } from '../control-plane/revisions.js'
import { copyRevisions, copyTable, copyTombstones, TABLES_BY_REVISION } from './copy-tables.js'

/** The name of the copy in the data folder. */
export const LAST_KNOWN = 'last-known.db'

/** What collectors decide by, kept on this machine as it was known last. */
export interface LastKnown {
  /** Copies what counted up since, at first all. What cannot be written is told, and the service goes on. */
  readonly keep: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What it is kept with. */
export interface LastKnownParts {
  /** The control plane itself. */
  readonly controlPlane: ControlPlane
  /** Its copy. */
  readonly path: string
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

const OWNER_ONLY = 0o600

/** Opens the copy; one that cannot be used is made anew, since all that it holds is elsewhere. */
const openCopy = async (path: string): Promise<ControlPlane> => {
  try {
    return await openControlPlane(path)
  } catch {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
    return openControlPlane(path)
  }
}

/**
 * Keeps a copy of what collectors decide by: settings, pools, keys (as hashes), stopped lanes, practices and tombstones. No
 * accounts, no audit log, nobody's name.
 */
export const openLastKnown = async ({
  controlPlane,
  path,
  onFailure,
}: LastKnownParts): Promise<LastKnown> => {
  const copy = await openCopy(path)
  chmodSync(path, OWNER_ONLY)
  let copied: ReadonlyMap<string, number> | undefined
  const write = async (): Promise<void> => {
    const numbers = await readRevisions(controlPlane)
    const isNew = (name: RevisionName): boolean =>
      copied === undefined || numbers.get(name) !== copied.get(name)
    for (const table of REVISIONS.filter(isNew).flatMap((name) => TABLES_BY_REVISION[name] ?? []))
      await copyTable(controlPlane, copy, table)
    if (isNew('tombstones')) await copyTombstones(controlPlane, copy)
    await copyRevisions(copy, numbers)
    copied = numbers
  }
  let turn: Promise<void> = Promise.resolve()
  return {
    keep: () => {
      turn = turn.then(write).catch((error: unknown) => {
        // That it is away is told by whoever follows it.
        if (!isAway(error)) onFailure('CANDOR_INTERNAL', error)
      })
      return turn
    },
    close: async () => {
      await turn
      await copy.destroy()
    },
  }
}
