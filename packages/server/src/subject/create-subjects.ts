import type { DataCategory, Practices } from '@candor/practices'
import type { Loader } from '../loader/loader.js'
import type { EpochFacts, KeySource } from '../pseudonym/key-source.js'
import type { Pseudonyms } from '../pseudonym/pseudonyms.js'
import type { Lane } from '../spool/spool-entry.js'
import type { Spool } from '../spool/spool.js'
import type { HeldRow } from '../store/held-row.js'
import type { Store } from '../store/store.js'
import type { Eraser } from './create-eraser.js'
import type { Graveyard } from './graveyard.js'
import { rowMatchOf, type IdentityColumns } from './identity-columns.js'
import type { RequestBook, RequestState } from './request-book.js'
import type { Subject } from './subject.js'
import { findUser, type KnownUser } from './user-subjects.js'

/** Access and erasure for the people whom reports are about. */
export interface Subjects {
  /** Everything that is held of a subject in a lane, the newest first. */
  access(lane: Lane, subject: Subject): Promise<readonly HeldRow[]>
  /** Accepts an erasure durably, and answers its random id; from then on admission refuses what is from before. The epoch is that of the refused pseudonyms. */
  erase(lane: Lane, order: ErasureOrder): Promise<string>
  /** How far an erasure is. */
  state(request: string): Promise<RequestState | undefined>
  /** The pseudonyms of a raw user id, which is forgotten at once. */
  findUser(product: string, user: string): Promise<KnownUser>
  /** Reports that were erased, by category. */
  erased(product?: string): Promise<Readonly<Record<DataCategory, number>>>
  /** The epochs of the pseudonyms: a destroyed one's rows are not found by a raw id. */
  epochs(): readonly EpochFacts[]
}

/** What is to be erased, and what is to be refused from now on where that is another set of ids. */
export interface ErasureOrder {
  readonly subject: Subject
  /** Default: the subject. */
  readonly refuse?: {
    readonly subject: Subject
    /** The epoch of its pseudonyms. */ readonly keyEpoch: number
  }
}

/** What subject requests work with. */
export interface SubjectParts {
  readonly spool: Pick<Spool, 'settled'>
  readonly loader: Pick<Loader, 'flush'>
  readonly store: Pick<Store, 'held'>
  readonly keySource: KeySource
  readonly pseudonyms: Pseudonyms
  readonly graveyard: Graveyard
  readonly book: RequestBook
  readonly eraser: Eraser
  /** Every version of a product's practices that was ever served. */
  readonly versionsOf: (product: string) => readonly Practices[]
  readonly columnsOf: (lane: Lane) => IdentityColumns
  readonly now: () => number
}

/** Random ids belong to no epoch. */
const NO_EPOCH = 0

/** Creates what answers subject requests. */
export const createSubjects = (parts: SubjectParts): Subjects => {
  const { spool, loader, store, keySource, graveyard, book, eraser, versionsOf, columnsOf, now } = parts
  return {
    access: async (lane, subject) => {
      await spool.settled()
      await loader.flush()
      return store.held(lane, rowMatchOf(subject, columnsOf(lane)))
    },
    erase: async (lane, { subject, refuse = { subject, keyEpoch: NO_EPOCH } }) => {
      const nowMillis = now()
      await graveyard.add(lane, refuse.subject, refuse.keyEpoch, nowMillis)
      const request = await book.accept(lane, subject, nowMillis)
      eraser.wake()
      return request
    },
    state: (request) => book.find(request),
    findUser: (product, user) => findUser(parts, versionsOf(product), user),
    erased: (product) => book.erased(product),
    epochs: () => keySource.epochs(),
  }
}
