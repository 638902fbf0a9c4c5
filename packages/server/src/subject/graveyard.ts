import { randomUUID } from 'node:crypto'
import { CandorError, PRECISION_MILLIS, type SubjectKind } from '@candor/practices'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import { countUp } from '../control-plane/revisions.js'
import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import { createMarks, makeMarks, type GrowingMarks, type Marks } from './marks.js'
import type { Subject } from './subject.js'
import type { SubjectSecret } from './subject-secret.js'

const DAY_MILLIS = 86_400_000

/** Days that a tombstone is kept: longer than admission takes a report that began before it. */
const KEPT_DAYS = 100

/** Ids of one kind under tombstones in one lane. More: CANDOR_BUSY. By kind, so that devices, which need no account, use up nothing of operators. */
const MOST_MARKS = 500_000

/** The ids of one kind, and of one epoch, that were erased in a lane. */
export interface Tombstones {
  readonly by: SubjectKind
  /** The epoch that pseudonyms are of; 0 where there are none. */
  readonly keyEpoch: number
  /** With each id the instant of its erasure in the lane's precision: what begins before or at it is refused. */
  readonly marks: Marks
}

/** The tombstones of all lanes, answered from memory. */
export interface Graveyard {
  /** Those of a lane, a few groups at most; the lane is named by its key, since every report asks. */
  of(key: string): readonly Tombstones[]
  /** Adds a subject's, durably; admission heeds them before this resolves. Throws CANDOR_BUSY where a lane has too many of the kind. */
  add(lane: Lane, subject: Subject, keyEpoch: number, nowMillis: number): Promise<void>
  /** Reads what another process changed. */
  readonly reload: () => Promise<void>
  /** Drops those that are not needed any more. */
  forget(nowMillis: number): Promise<void>
}

/** What the tombstones are kept with. */
export interface GraveyardParts {
  readonly controlPlane: ControlPlane
  readonly secret: SubjectSecret
}

interface GrowingTombstones extends Tombstones {
  readonly marks: GrowingMarks
}

const NONE: readonly GrowingTombstones[] = []

const scopeOf = (lane: Lane, by: SubjectKind): string => `${laneKey(lane)}/${by}`

/** The groups of each lane, made when they are first needed. */
const createGroups = (secret: SubjectSecret) => {
  const byLane = new Map<string, readonly GrowingTombstones[]>()
  const of = (key: string): readonly GrowingTombstones[] => byLane.get(key) ?? NONE
  return {
    of,
    group: (lane: Lane, by: SubjectKind, keyEpoch: number): GrowingTombstones => {
      const key = laneKey(lane)
      const found = of(key).find((group) => group.by === by && group.keyEpoch === keyEpoch)
      if (found) return found
      const made = { by, keyEpoch, marks: createMarks(secret, scopeOf(lane, by)) }
      byLane.set(key, [...of(key), made])
      return made
    },
  }
}

const readGroups = async ({ controlPlane, secret }: GraveyardParts) => {
  const groups = createGroups(secret)
  for (const row of await controlPlane.selectFrom('tombstones').selectAll().execute())
    groups.group(row, row.subject_by, row.key_epoch).marks.add(row.marks, row.before_time)
  return groups
}

/** Opens the tombstones that the control plane keeps. */
export const openGraveyard = async (parts: GraveyardParts): Promise<Graveyard> => {
  const { controlPlane, secret } = parts
  let groups = await readGroups(parts)
  return {
    of: (key) => groups.of(key),
    add: async (lane, { by, ids }, keyEpoch, nowMillis) => {
      const sameKind = groups.of(laneKey(lane)).filter((group) => group.by === by)
      const held = sameKind.reduce((sum, { marks }) => sum + marks.size, 0)
      if (held + ids.length > MOST_MARKS) throw new CandorError('CANDOR_BUSY')
      const precision = PRECISION_MILLIS[lane.category]
      const before = Math.floor(nowMillis / precision) * precision
      const marks = makeMarks(secret, scopeOf(lane, by), ids)
      groups.group(lane, by, keyEpoch).marks.add(marks, before)
      const { product, category } = lane
      const expires = (Math.floor(nowMillis / DAY_MILLIS) + KEPT_DAYS) * DAY_MILLIS
      const row = { product, category, subject_by: by, key_epoch: keyEpoch, before_time: before, marks }
      await controlPlane.transaction().execute(async (transaction) => {
        const values = { id: randomUUID(), expires_at: expires, ...row }
        await transaction.insertInto('tombstones').values(values).execute()
        await countUp(transaction, 'tombstones')
      })
    },
    reload: async () => {
      groups = await readGroups(parts)
    },
    forget: async (nowMillis) => {
      const [result] = await controlPlane
        .deleteFrom('tombstones')
        .where('expires_at', '<=', nowMillis)
        .execute()
      if (Number(result?.numDeletedRows ?? 0) > 0) groups = await readGroups(parts)
    },
  }
}
