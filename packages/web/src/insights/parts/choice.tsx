import { NativeSelect, SegmentedControl } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { useQuery } from '../../app/use-query.js'
import { useWording } from '../../language/wording.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFrame } from '../view/frame.js'
import { useView } from '../view/use-view.js'

/** A choice that stands in a parameter of the address; the first value is the one by default. */
export const useChoice = <const T extends string>(
  parameter: string,
  values: readonly [T, ...T[]],
): readonly [T, (next: string) => void] => {
  const [query, change] = useQuery()
  const [byDefault] = values
  const chosen = values.find((value) => value === query.get(parameter)) ?? byDefault
  return [chosen, (next) => change({ [parameter]: next === byDefault ? undefined : next })]
}

/** A few values beside each other. */
export const FewChoice = <T extends string>({
  label,
  value,
  names,
  onChange,
}: {
  readonly label: string
  readonly value: T
  readonly names: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (next: string) => void
}): ReactElement => (
  <SegmentedControl aria-label={label} size="sm" value={value} onChange={onChange} data={[...names]} />
)

/** What the figures are broken down by. */
export const DimensionChoice = (): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const { language } = useWording().format
  const { answer } = useFrame()
  const [, change] = useView()
  return (
    <NativeSelect
      aria-label={texts.breakDown}
      value={answer.by.id}
      onChange={({ currentTarget }) => change({ by: currentTarget.value })}
      data={answer.dimensions.map(({ id, label }) => ({ value: id, label: label[language] }))}
    />
  )
}
