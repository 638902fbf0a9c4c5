import { useQuery } from '../../app/use-query.js'

/** A value of a setting as the address holds it; unset removes the setting. */
export const DRAFT_VALUES = ['true', 'false', 'unset'] as const

/** A value of a setting as the address holds it. */
export type DraftValue = (typeof DRAFT_VALUES)[number]

/** A change that a person has in mind. It stands in the address, so that it survives everything and can be sent to somebody. */
export interface Draft {
  readonly control: string
  readonly scope: string
  readonly value: DraftValue | undefined
  /** Whether what it would do is shown. */
  readonly step: 'choosing' | 'previewed'
}

/** The draft in a query, where it names a control. */
export const draftOf = (query: URLSearchParams): Draft | undefined => {
  const control = query.get('control')
  if (control === null) return undefined
  const value = DRAFT_VALUES.find((each) => each === query.get('value'))
  const scope = query.get('scope') ?? ''
  const isPreviewed = query.get('preview') === 'yes' && value !== undefined && scope !== ''
  return { control, scope, value, step: isPreviewed ? 'previewed' : 'choosing' }
}

/** The value as the API takes it. */
export const settingOf = (value: DraftValue): boolean | null => (value === 'unset' ? null : value === 'true')

/** The draft of the address, and how to change it; undefined gives it up. Any change but the step's hides the preview. */
export const useDraft = (): readonly [Draft | undefined, (draft: Draft | undefined) => void] => {
  const [query, change] = useQuery()
  return [
    draftOf(query),
    (draft) =>
      change({
        control: draft?.control,
        scope: draft?.scope === '' ? undefined : draft?.scope,
        value: draft?.value,
        preview: draft?.step === 'previewed' ? 'yes' : undefined,
      }),
  ]
}
