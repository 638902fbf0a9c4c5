import { useQuery } from '../../app/use-query.js'
import { parseChosen, toggleChosen } from './chosen-series.js'

/** The series that are shown, kept in a parameter of the address, and how to show or hide one. */
export const useChosenSeries = (
  parameter: string,
  known: readonly string[],
  byDefault: readonly string[],
): readonly [ReadonlySet<string>, (id: string) => void] => {
  const [query, change] = useQuery()
  const chosen = parseChosen(query.get(parameter), known, byDefault)
  return [chosen, (id) => change({ [parameter]: toggleChosen(chosen, id, byDefault) })]
}
