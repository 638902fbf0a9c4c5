import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react'

import { withQuery, type QueryChanges } from './query.js'

/** The address's query, as the one place where the choices on a page are kept. */
export interface QueryStore {
  readonly snapshot: () => string
  readonly subscribe: (listener: () => void) => () => void
  /** Writes the changes into the address, without a new entry in the history. */
  readonly change: (changes: QueryChanges) => void
}

/** The query of a window's address. */
export const createQueryStore = (window: Window): QueryStore => {
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    snapshot: () => window.location.search,
    subscribe: (listener) => {
      if (listeners.size === 0) window.addEventListener('popstate', tell)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) window.removeEventListener('popstate', tell)
      }
    },
    change: (changes) => {
      const { pathname, search, hash } = window.location
      window.history.replaceState(window.history.state, '', `${pathname}${withQuery(search, changes)}${hash}`)
      tell()
    },
  }
}

const EMPTY: QueryStore = { snapshot: () => '', subscribe: () => () => undefined, change: () => undefined }

/** The query store of the page; an empty one outside of a provider. */
export const QueryContext = createContext<QueryStore>(EMPTY)

/** The address's query, and how to change it. */
export const useQuery = (): readonly [URLSearchParams, (changes: QueryChanges) => void] => {
  const store = use(QueryContext)
  const search = useSyncExternalStore(store.subscribe, store.snapshot)
  const query = useMemo(() => new URLSearchParams(search), [search])
  return [query, useCallback((changes: QueryChanges) => store.change(changes), [store])]
}
