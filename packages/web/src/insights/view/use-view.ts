import { useMemo } from 'react'

import { useQuery } from '../../app/use-query.js'
import { changesOf, parseView, type View } from './view.js'

/** The view of the address, and how to change it. */
export const useView = (): readonly [View, (changes: Partial<View>) => void] => {
  const [query, change] = useQuery()
  const view = useMemo(() => parseView(query), [query])
  return [view, (changes) => change(changesOf({ ...view, ...changes }))]
}
