/*
 * The layout of the database: `.<key>` is shared, `<page>:<key>` is a page's own, and `!<page>` says that the page was
 * taken over. A page's name begins with the time it was made at.
 */
const DAY_MILLIS = 86_400_000

const nameTime = (agoMillis: number): string => (Date.now() - agoMillis).toString(36)

/** A name for a page: letters, digits and a dot, and no other's. */
export const namePage = (): string => nameTime(0) + Math.random()

/** Whether a page was opened more than a day ago. */
export const isOld = (page: string): boolean => page < nameTime(DAY_MILLIS)

/** Makes the transaction fail, with all that is in it, where the page was taken over. */
export const guard = (store: IDBObjectStore, page: string): void => {
  store.add(0, `!${page}`)
  store.delete(`!${page}`)
}

/** Reads all entries that begin with a page's name and a mark; they are given by mark and key. */
export const readEntries = (
  store: IDBObjectStore,
  page: string,
  mark: string,
  then: (entries: ReadonlyMap<string, string>) => void,
): void => {
  const range = IDBKeyRange.bound(page + mark, `${page + mark}\uFFFF`)
  const names = store.getAllKeys(range) as IDBRequest<string[]>
  const values = store.getAll(range) as IDBRequest<string[]>
  values.onsuccess = () =>
    then(new Map(values.result.map((value, at) => [names.result[at]?.slice(page.length) ?? '', value])))
}

/** Finds all pages that have entries, and forgets that a page was taken over a week after it was opened. */
export const findPages = (store: IDBObjectStore, pages: Set<string>): void => {
  store.delete(IDBKeyRange.bound('!', `!${nameTime(7 * DAY_MILLIS)}`))
  const names = store.getAllKeys(IDBKeyRange.lowerBound('0')) as IDBRequest<string[]>
  names.onsuccess = () => {
    for (const name of names.result) pages.add(name.replace(/:.*/s, ''))
  }
}
