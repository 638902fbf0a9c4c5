import type { ControlPlane } from './open-control-plane.js'
import { readRevisions, type RevisionName } from './revisions.js'

/** What is read again when a number has counted up. */
export type Reloads = Readonly<Partial<Record<RevisionName, () => Promise<unknown>>>>

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
 * away, what is known stays in force, and it is asked again at each look. Told of the first failure of a row of them.
 */
export const followChanges = (
  controlPlane: ControlPlane,
  reloads: Reloads,
  onAway: (error: unknown) => void,
): Following => {
  // Empty, so that what changed before the first look is read too.
  let known: ReadonlyMap<string, number> = new Map()
  let state: 'there' | 'away' = 'there'
  let stopped: 'no' | 'yes' = 'no'
  const reloadChanged = async (): Promise<void> => {
    const found = await readRevisions(controlPlane)
    for (const [name, reload] of Object.entries(reloads))
      if (found.get(name) !== known.get(name)) await reload()
    known = found
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
