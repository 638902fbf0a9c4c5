import type { Count } from '../../core/diagnostics.js'

/** What became of a transaction: it is on the disk; nothing of it is; or nothing, because another page took over, or this one gave it up. */
export type Outcome = 'kept' | 'failed' | 'taken' | 'given-up'

/**
 * Runs requests in one transaction, begun before this returns. Where the database is not open nothing is run, and it is
 * opened again for the next time.
 */
export type Run = (work: (store: IDBObjectStore) => void) => Promise<Outcome>

/** The database of a product. It never throws or rejects. */
export interface Connection {
  /** Resolves also where it cannot be opened, which is counted. */
  readonly open: () => Promise<void>
  readonly run: Run
  /** Gives up the transaction that began last, so that the next one need not wait for it. False where it cannot be any more. */
  readonly giveUp: () => boolean
  /** For good. */
  readonly close: () => void
}

const STORE = 'entries'
/** How long after an attempt to open the database the next one is made. */
const RETRY_MILLIS = 10_000

const openDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.addEventListener('error', () => reject(request.error ?? new Error(name)))
  })

const runIn = (transaction: IDBTransaction, work: (store: IDBObjectStore) => void): Promise<Outcome> =>
  new Promise((resolve) => {
    transaction.oncomplete = () => resolve('kept')
    transaction.addEventListener('abort', () => {
      const { error } = transaction
      if (!error) resolve('given-up')
      else resolve(error.name === 'ConstraintError' ? 'taken' : 'failed')
    })
    work(transaction.objectStore(STORE))
  })

/** Makes the connection to a database. `opened` is awaited each time it is open. */
export const createConnection = (name: string, count: Count, opened: () => Promise<void>): Connection => {
  let database: IDBDatabase | undefined
  let underWay: IDBTransaction | undefined
  let triedMillis = 0
  const forget = (): void => {
    database?.close()
    database = undefined
  }
  const open = async (): Promise<void> => {
    triedMillis = Date.now()
    try {
      database = await openDatabase(name)
      // Another page wants to delete it or to change its form, or the browser cleared it.
      for (const event of ['versionchange', 'close']) database.addEventListener(event, forget)
      await opened()
    } catch {
      count('storage-failed')
    }
  }
  const run: Run = async (work) => {
    let outcome: Outcome = 'failed'
    try {
      // Relaxed: the operating system has it when it is complete, so that it outlives the browser, if not a power cut.
      underWay = database?.transaction(STORE, 'readwrite', { durability: 'relaxed' })
      if (underWay) outcome = await runIn(underWay, work)
    } catch {
      // The database was closed, or what is written is too much.
    }
    if (outcome === 'failed') {
      count('storage-failed')
      forget()
      if (Date.now() - triedMillis > RETRY_MILLIS) void open()
    }
    return outcome
  }
  return {
    open,
    run,
    giveUp: () => {
      try {
        underWay?.abort()
        return true
      } catch {
        return false
      }
    },
    close: () => {
      triedMillis = Infinity
      forget()
    },
  }
}
