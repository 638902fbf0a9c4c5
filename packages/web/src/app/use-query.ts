import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react'

import { withQuery, type QueryChanges } from './query.js'

/** The address: its path says which page is shown, its query is the one place where the choices on a page are kept. */
export interface QueryStore {
  readonly snapshot: () => string
  readonly pathname: () => string
  /** Shows another page, with a new entry in the history. */
  readonly go: (address: string) => void
  /** Whether another page was shown before this one without loading anew, so that the focus must be moved. */
  readonly hasGone: () => boolean
  readonly subscribe: (listener: () => void) => () => void
  /** Writes the changes into the address, without a new entry in the history. */
  readonly change: (changes: QueryChanges) => void
}

/** The query of a window's address. */
export const createQueryStore = (window: Window): QueryStore => {
  const listeners = new Set<() => void>()
  let hasGone = false
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const follow = (): void => {
    hasGone = true
    tell()
  }
  return {
    snapshot: () => window.location.search,
    pathname: () => window.location.pathname,
    hasGone: () => hasGone,
    go: (address) => {
      window.history.pushState(null, '', address)
      window.scrollTo(0, 0)
      follow()
    },
    subscribe: (listener) => {
      if (listeners.size === 0) window.addEventListener('popstate', follow)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) window.removeEventListener('popstate', follow)
      }
    },
    change: (changes) => {
      const { pathname, search, hash } = window.location
      window.history.replaceState(window.history.state, '', `${pathname}${withQuery(search, changes)}${hash}`)
      tell()
    },
  }
}

const EMPTY: QueryStore = {
  snapshot: () => '',
  pathname: () => '/',
  go: () => undefined,
  hasGone: () => false,
  subscribe: () => () => undefined,
  change: () => undefined,
}

/** The query store of the page; an empty one outside of a provider. */
export const QueryContext = createContext<QueryStore>(EMPTY)

/** The address's path. */
export const usePathname = (): string => {
  const store = use(QueryContext)
  return useSyncExternalStore(store.subscribe, store.pathname, store.pathname)
}

/** The address's query, and how to change it. */
export const useQuery = (): readonly [URLSearchParams, (changes: QueryChanges) => void] => {
  const store = use(QueryContext)
  const search = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot)
  const query = useMemo(() => new URLSearchParams(search), [search])
  return [query, useCallback((changes: QueryChanges) => store.change(changes), [store])]
}
