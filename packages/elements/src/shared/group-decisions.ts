import type { Candor } from '@candor/client/browser'
import type { DataCategory, Decision } from '@candor/practices'

/** Data types of a category that are decided alike. */
export interface DecidedGroup {
  readonly decision: Decision
  /** Their names in the practices. */
  readonly dataTypes: readonly string[]
}

/** Groups some of a category's data types by how they are decided now; the largest group first. Default: all of them. */
export const groupDecisions = (
  { practices, decide }: Pick<Candor, 'practices' | 'decide'>,
  category: DataCategory,
  names: readonly string[] = Object.keys(practices.dataTypes[category]),
): readonly DecidedGroup[] => {
  const groups = new Map<string, { decision: Decision; dataTypes: string[] }>()
  for (const name of names) {
    const decision = decide(`${category}.${name}`)
    const key = [decision.collect, decision.control, decision.source, decision.reason].join('\n')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { decision, dataTypes: [name] })
    else group.dataTypes.push(name)
  }
  return [...groups.values()].toSorted((a, b) => b.dataTypes.length - a.dataTypes.length)
}
