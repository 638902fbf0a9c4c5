import type { ControlPlane } from './open-control-plane.js'
import { readRevisions, REVISIONS, type RevisionName } from './revisions.js'

/** What is read again when a number has counted up. */
export type Reloads = Readonly<Partial<Record<RevisionName, () => Promise<unknown>>>>

/** What is told of following. */
export interface FollowingEvents {
  /** The first failure of a row of them. */
  readonly onAway: (error: unknown) => void
  /** Something counted up, and was read again. Default: nobody is told. */
  readonly onChanged?: () => Promise<void>
}

/** Following a control plane. */
export interface Following {
  /** Looks now. */
  readonly look: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Between two looks: changes that were made elsewhere are known within two of these. */
const LOOK_MILLIS = 800

/**
 * Reads again what was changed elsewhere, such as by another machine, within two seconds. While the control plane is
 * away, what is known stays in force, and it is asked again at each look.
 */
export const followChanges = (
  controlPlane: ControlPlane,
  reloads: Reloads,
  { onAway, onChanged = async () => undefined }: FollowingEvents,
): Following => {
  // Empty, so that what changed before the first look is read too.
  let known: ReadonlyMap<string, number> = new Map()
  let state: 'there' | 'away' = 'there'
  let stopped: 'no' | 'yes' = 'no'
  const reloadChanged = async (): Promise<void> => {
    const found = await readRevisions(controlPlane)
    const changed = REVISIONS.filter((name) => found.get(name) !== known.get(name))
    for (const name of changed) await reloads[name]?.()
    known = found
    if (changed.length > 0) await onChanged()
  }
  const look = async (): Promise<void> => {
    try {
      await reloadChanged()
      state = 'there'
    } catch (error) {
      if (state === 'there') onAway(error)
      state = 'away'
    }
  }
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const again = (): void => {
    if (stopped === 'yes') return
    timer = setTimeout(() => {
      looking = look().then(again)
    }, LOOK_MILLIS)
    timer.unref()
  }
  again()
  return {
    look,
    stop: async () => {
      stopped = 'yes'
      clearTimeout(timer)
      await looking
    },
  }
}
