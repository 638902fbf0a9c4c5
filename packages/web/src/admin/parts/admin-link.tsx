import { use, type MouseEvent, type ReactElement, type ReactNode } from 'react'

import { withQuery, type QueryChanges } from '../../app/query.js'
import { QueryContext, useQuery } from '../../app/use-query.js'

/** The address of a page of the admin center, in the language that was asked for. */
export const useAdminAddress = (): ((path: string, query?: QueryChanges) => string) => {
  const [present] = useQuery()
  const lang = present.get('lang') ?? undefined
  return (path, query = {}) => `${path}${withQuery('', { ...query, lang })}`
}

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

/** A link to another page of the admin center, which is shown without loading everything anew. */
export const AdminLink = ({
  path,
  query,
  isCurrent = false,
  children,
}: {
  readonly path: string
  readonly query?: QueryChanges
  readonly isCurrent?: boolean
  readonly children: ReactNode
}): ReactElement => {
  const store = use(QueryContext)
  const address = useAdminAddress()(path, query)
  return (
    <a
      href={address}
      aria-current={isCurrent ? 'page' : undefined}
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
