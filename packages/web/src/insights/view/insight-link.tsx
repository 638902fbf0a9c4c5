import { use, type MouseEvent, type ReactElement, type ReactNode } from 'react'

import { withQuery, type QueryChanges } from '../../app/query.js'
import { QueryContext, useQuery } from '../../app/use-query.js'
import { changesOf, parseView, whereOf } from './view.js'

/** The pages of the insights. */
export const INSIGHT_PAGES = ['overview', 'census', 'usage', 'errors'] as const

/** A page of the insights. */
export type InsightPage = (typeof INSIGHT_PAGES)[number]

/** The page of a path. */
export const insightPageOf = (pathname: string): InsightPage => {
  const name = pathname.replace(/\/$/, '').split('/')[2]
  return INSIGHT_PAGES.find((page) => page === name) ?? 'overview'
}

/** Data types that every lane has, so that a filter by them goes along from page to page. */
const SHARED = new Set(['client', 'os'])

/** What an address keeps when another page of the insights is opened: the product, the periods, and shared filters. */
const carried = (query: URLSearchParams): QueryChanges => {
  const view = parseView(query)
  const { by: _, where: __, ...changes } = changesOf(view)
  return {
    ...changes,
    where: whereOf(view.where.filter(({ id }) => SHARED.has(id))),
    product: query.get('product') ?? undefined,
    lang: query.get('lang') ?? undefined,
  }
}

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

/** A link to another page of the insights, which is shown without loading everything anew. `query` comes before what is kept. */
export const InsightLink = ({
  page,
  query,
  current = 'no',
  children,
}: {
  readonly page: InsightPage
  readonly query?: QueryChanges
  readonly current?: 'yes' | 'no'
  readonly children: ReactNode
}): ReactElement => {
  const store = use(QueryContext)
  const [present] = useQuery()
  const path = page === 'overview' ? '/insights' : `/insights/${page}`
  const address = `${path}${withQuery('', { ...carried(present), ...query })}`
  return (
    <a
      href={address}
      aria-current={current === 'yes' ? 'page' : undefined}
      onClick={(event) => {
        if (!isPlain(event)) return
        event.preventDefault()
        store.go(address)
      }}
    >
      {children}
    </a>
  )
}
