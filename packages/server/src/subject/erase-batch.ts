import { CandorError } from '@candor/practices'
import type { Loader } from '../loader/loader.js'
import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import type { Spool } from '../spool/spool.js'
import type { Signer } from '../signer.js'
import type { Store } from '../store/store.js'
import { reportMatchOf, rowMatchOf, type IdentityColumns } from './identity-columns.js'
import { signReceipt } from './receipts.js'
import type { OpenRequest, RequestBook } from './request-book.js'
import type { Subject } from './subject.js'

/** What erasing works with. */
export interface ErasureParts {
  readonly spool: Pick<Spool, 'settled' | 'count' | 'purgeAside' | 'quarantine' | 'scrub'>
  readonly loader: Pick<Loader, 'flush'>
  readonly store: Pick<Store, 'count' | 'erase'>
  readonly book: RequestBook
  readonly signer: Signer
  /** The columns of a lane that say whom a row is about. */
  readonly columnsOf: (lane: Lane) => IdentityColumns
  readonly now: () => number
}

/** Requests that are worked on together: of one lane, and by one kind of id. */
export type Batch = readonly [OpenRequest, ...OpenRequest[]]

const subjectOf = (by: Subject['by'], ids: readonly string[]): Subject => ({ by, ids }) as Subject

/** Finds a subject's reports wherever the service has them. */
const createSearch = ({ spool, store, columnsOf }: ErasureParts, lane: Lane) => {
  const columns = columnsOf(lane)
  return {
    count: async (subject: Subject): Promise<number> =>
      (await store.count(lane, rowMatchOf(subject, columns))) +
      spool.count(lane, reportMatchOf(subject, columns)),
    /** Reports of the quarantine have no identifier but their own random id; they were refused, and are not counted as erased. */
    purgeKept: async ({ by, ids }: Subject): Promise<void> => {
      if (by !== 'reports') return
      const wanted = new Set(ids.map((id) => id.toLowerCase()))
      await spool.quarantine.purge(
        lane.product,
        ({ id }, { group }) => group.category === lane.category && wanted.has(id),
      )
    },
    erase: async (subject: Subject): Promise<void> => {
      await store.erase(lane, rowMatchOf(subject, columns))
      await spool.purgeAside(lane, reportMatchOf(subject, columns))
    },
  }
}

/** Counts for each request what no earlier one of the batch names, and keeps the numbers. */
const countAll = async (
  parts: ErasureParts,
  batch: Batch,
  count: (subject: Subject) => Promise<number>,
): Promise<readonly number[]> => {
  const named = new Set<string>()
  const counts: number[] = []
  for (const { id, subject, counted } of batch) {
    const fresh = subject.ids.filter((each) => !named.has(each))
    for (const each of fresh) named.add(each)
    const found = counted ?? (await count(subjectOf(subject.by, fresh)))
    if (counted === undefined) await parts.book.count(id, found)
    counts.push(found)
  }
  return counts
}

const complete = async (
  parts: ErasureParts,
  { id, lane, subject, requestedMillis }: OpenRequest,
  erased: number,
) => {
  const completedMillis = parts.now()
  const facts = {
    product: lane.product,
    category: lane.category,
    subject: { by: subject.by },
    requestedAt: new Date(requestedMillis).toISOString(),
    completedAt: new Date(completedMillis).toISOString(),
    erased,
  }
  await parts.book.complete(id, signReceipt(facts, parts.signer), completedMillis)
}

/**
 * Erases what a batch of requests names: what waits is moved to the store first, then all is counted, deleted, searched
 * for once more, and receipts are signed. Each step can be repeated, so that a crash anywhere only delays the rest.
 */
export const eraseBatch = async (parts: ErasureParts, batch: Batch): Promise<void> => {
  const [
    {
      lane,
      subject: { by },
    },
  ] = batch
  await parts.spool.settled()
  await parts.loader.flush()
  const search = createSearch(parts, lane)
  const counts = await countAll(parts, batch, search.count)
  const all = subjectOf(by, [...new Set(batch.flatMap<string>(({ subject }) => subject.ids))])
  await search.purgeKept(all)
  if ((await search.count(all)) > 0) await search.erase(all)
  // Before the receipts, since the spool's files still hold what passed through them. Where nothing was found, nothing did.
  if (counts.some((count) => count > 0)) await parts.spool.scrub()
  const remaining = await search.count(all)
  if (remaining > 0)
    throw new CandorError('CANDOR_STORE_UNAVAILABLE', { fault: 'rows remain', lane: laneKey(lane) })
  for (const [at, request] of batch.entries()) await complete(parts, request, counts[at] ?? 0)
}
