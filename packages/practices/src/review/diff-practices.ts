import type { BareDataType, Practices } from '../practices.js'
import { practicesId } from '../practices.js'
import { canonicalJson } from '../canonical-json.js'
import { eachDataType, type PlacedDataType } from './each-data-type.js'

/** A data type that is collected from now on, and who controls it. */
export interface NewDataType {
  readonly dataType: string
  /** The controls of all rules that govern it; none where it is always on. */
  readonly controls: readonly string[]
  /** askAgain: people consented to less than this. covered: no consent governs it. */
  readonly consent: 'askAgain' | 'covered'
}

/** A data type that is collected otherwise than before. */
export interface ChangedDataType {
  readonly dataType: string
  /** What changed: kind, bounds, rules, retention, purpose, or whether and from what the client itself fills it. */
  readonly changes: readonly ('kind' | 'bounds' | 'rules' | 'retention' | 'purpose' | 'automatic')[]
  readonly consent: 'askAgain' | 'covered'
}

/** What changed from one version of practices to another. */
export interface PracticesDiff {
  readonly from: string
  readonly to: string
  readonly added: readonly NewDataType[]
  readonly removed: readonly string[]
  readonly changed: readonly ChangedDataType[]
  /** Controls whose default, scopes or resolution differ, or that came or went. */
  readonly controls: readonly string[]
  /** Whether people must be asked for their consent again. */
  readonly asksAgain: boolean
}

const rulesOf = (practices: Practices, { category, name }: PlacedDataType) =>
  practices.rules.filter(
    (rule) => rule.categories.includes(category) && (rule.dataTypes?.includes(name) ?? true),
  )

const controlsOf = (practices: Practices, placed: PlacedDataType): readonly string[] => [
  ...new Set(rulesOf(practices, placed).flatMap(({ controls }) => controls)),
]

const isConsented = (practices: Practices, placed: PlacedDataType): boolean =>
  controlsOf(practices, placed).some((name) => practices.controls[name]?.kind === 'choice')

const retentionOf = (practices: Practices, { category, type }: PlacedDataType): number =>
  type.retentionDays ?? practices.categories[category].retentionDays

const purposeOf = (practices: Practices, { category, type }: PlacedDataType): string =>
  (type.purpose ?? practices.categories[category].purpose).en

const boundsOf = (type: BareDataType): string =>
  canonicalJson({ ...type, label: 0, example: 0, note: 0, purpose: 0, retentionDays: 0, automatic: 0 })

const ruleTexts = (practices: Practices, placed: PlacedDataType): string =>
  canonicalJson(rulesOf(practices, placed).map((rule) => ({ ...rule, dataTypes: 0, statement: 0 })))

const changeOf = (
  before: Practices,
  after: Practices,
  old: PlacedDataType,
  now: PlacedDataType,
): ChangedDataType[] => {
  const widens =
    retentionOf(after, now) > retentionOf(before, old) || purposeOf(after, now) !== purposeOf(before, old)
  const changes = [
    old.type.kind === now.type.kind ? [] : (['kind'] as const),
    boundsOf(old.type) === boundsOf(now.type) || old.type.kind !== now.type.kind ? [] : (['bounds'] as const),
    ruleTexts(before, old) === ruleTexts(after, now) ? [] : (['rules'] as const),
    retentionOf(before, old) === retentionOf(after, now) ? [] : (['retention'] as const),
    purposeOf(before, old) === purposeOf(after, now) ? [] : (['purpose'] as const),
    old.type.automatic === now.type.automatic ? [] : (['automatic'] as const),
  ].flat()
  const mustAsk =
    isConsented(after, now) && (widens || changes.includes('kind') || changes.includes('bounds'))
  return changes.length === 0
    ? []
    : [{ dataType: now.id, changes, consent: mustAsk ? 'askAgain' : 'covered' }]
}

const bareControls = (practices: Practices): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(practices.controls).map(([name, control]) => [
      name,
      canonicalJson({ ...control, label: 0, effect: 0 }),
    ]),
  )

const changedControls = (before: Practices, after: Practices): readonly string[] => {
  const [old, now] = [bareControls(before), bareControls(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name))
}

/** What changed between two versions: what is newly collected, who controls it, and whether consent must be asked again. */
export const diffPractices = (before: Practices, after: Practices): PracticesDiff => {
  const old = new Map(eachDataType(before).map((placed) => [placed.id, placed]))
  const now = new Map(eachDataType(after).map((placed) => [placed.id, placed]))
  const added = [...now.values()]
    .filter(({ id }) => !old.has(id))
    .map((placed): NewDataType => ({
      dataType: placed.id,
      controls: controlsOf(after, placed),
      consent: isConsented(after, placed) ? 'askAgain' : 'covered',
    }))
  const changed = [...now.values()].flatMap((placed) => {
    const earlier = old.get(placed.id)
    return earlier === undefined ? [] : changeOf(before, after, earlier, placed)
  })
  return {
    from: practicesId(before),
    to: practicesId(after),
    added,
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed,
    controls: changedControls(before, after),
    asksAgain: [...added, ...changed].some(({ consent }) => consent === 'askAgain'),
  }
}
