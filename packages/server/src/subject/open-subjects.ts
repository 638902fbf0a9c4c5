import { existsSync } from 'node:fs'
import { CandorError, type DataCategory, type ErrorCode } from '@candor/practices'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import type { Spool } from '../spool/spool.js'
import { openSigner, type Signer } from '../signer.js'
import type { TakeTurn } from '../turns.js'
import type { Store } from '../store/store.js'
import { createEraser, type Eraser } from './create-eraser.js'
import { createErasedChecks, type ErasedCheck } from './erased-check.js'
import { createSubjects, type SubjectParts, type Subjects } from './create-subjects.js'
import { openGraveyard, type Graveyard } from './graveyard.js'
import { identityColumns, type IdentityColumns } from './identity-columns.js'
import { openRequestBook } from './request-book.js'
import { openSubjectSecret } from './subject-secret.js'

/** What subject requests are opened with. */
export interface SubjectSurroundings extends Pick<
  SubjectParts,
  'loader' | 'keySource' | 'pseudonyms' | 'versionsOf' | 'now'
> {
  readonly at: (name: string) => string
  readonly controlPlane: ControlPlane
  readonly spool: Spool
  readonly store: Store
  /** Makes erasures count in all collector processes before they go on. */
  readonly spread: () => Promise<void>
  readonly takeTurn: TakeTurn
  /** The clock that tombstones are forgotten by. */
  readonly trustedClock: { readonly now: () => number }
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

/** Subject requests, and the parts of them that others need. */
export interface OpenSubjects {
  readonly subjects: Subjects
  readonly eraser: Eraser
  readonly receiptSigner: Signer
  /** Reads the tombstones that were made elsewhere. */
  readonly reloadTombstones: () => Promise<void>
  /** What admission refuses since erasures, by lane of a product. */
  readonly erasedChecks: (product: string) => Readonly<Record<DataCategory, ErasedCheck>>
}

const hasTombstones = async (controlPlane: ControlPlane): Promise<boolean> =>
  (await controlPlane.selectFrom('tombstones').select('id').executeTakeFirst()) !== undefined

/** Without its secret no tombstone would be recognised any more, which must not go unnoticed. */
const openSecret = async (path: string, controlPlane: ControlPlane) => {
  if (!existsSync(path) && (await hasTombstones(controlPlane)))
    throw new CandorError('CANDOR_KEYRING_UNUSABLE', { fault: 'missing', path })
  return openSubjectSecret(path)
}

const createColumnsOf = (versionsOf: SubjectSurroundings['versionsOf']) => {
  const known = new Map<string, IdentityColumns>()
  return (lane: Lane): IdentityColumns => {
    // A version that is published later may bring a column.
    const versions = versionsOf(lane.product)
    const key = `${laneKey(lane)}/${versions.length}`
    const columns = known.get(key) ?? identityColumns(versions, lane.category)
    known.set(key, columns)
    return columns
  }
}

/** Opens subject requests: the secret and the signing key in the data folder, tombstones and requests in the control plane. */
export const openSubjects = async (surroundings: SubjectSurroundings): Promise<OpenSubjects> => {
  const { at, controlPlane, versionsOf } = surroundings
  const secret = await openSecret(at('subject-secret'), controlPlane)
  const kept = await openGraveyard({ controlPlane, secret })
  const graveyard: Graveyard = {
    ...kept,
    add: async (...erased) => {
      await kept.add(...erased)
      await surroundings.spread()
    },
  }
  const book = openRequestBook(controlPlane, secret)
  const columnsOf = createColumnsOf(versionsOf)
  const receiptSigner = openSigner(at('receipt-signing-key.pem'))
  const parts = { ...surroundings, graveyard, book, columnsOf }
  const eraser = createEraser({ ...parts, signer: receiptSigner })
  return {
    subjects: createSubjects({ ...parts, eraser }),
    eraser,
    receiptSigner,
    reloadTombstones: kept.reload,
    erasedChecks: createErasedChecks(parts, versionsOf),
  }
}
