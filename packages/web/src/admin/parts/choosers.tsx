import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { useQuery } from '../../app/use-query.js'
import { useMe } from '../api/admin-context.js'
import { useLanguage, useTexts } from '../language.js'
import { useOrganisation, useOrganisations, type ServedProduct } from './choices.js'
import { isolated } from './name.js'
import { COMMON_TEXTS } from './texts.js'

/** Which product, where there are several; the choice stands in the address. */
export const ProductChooser = ({
  all,
  chosen,
}: {
  readonly all: readonly ServedProduct[]
  readonly chosen: ServedProduct
}): ReactElement | null => {
  const language = useLanguage()
  const texts = useTexts(COMMON_TEXTS)
  const [, change] = useQuery()
  if (all.length < 2) return null
  return (
    <NativeSelect
      label={texts.product}
      value={chosen.product}
      onChange={({ currentTarget: { value } }) => change({ product: value })}
      data={all.map(({ product, name }) => ({ value: product, label: name[language] }))}
    />
  )
}

const NOTHING: readonly string[] = []

/** Which organisation, for those who see several; the choice stands in the address. */
export const OrganisationChooser = ({
  forgets = NOTHING,
}: {
  /** Choices in the address that do not outlive another organisation. */
  readonly forgets?: readonly string[]
}): ReactElement | null => {
  const texts = useTexts(COMMON_TEXTS)
  const [, change] = useQuery()
  const me = useMe()
  const organisation = useOrganisation()
  const all = useOrganisations()
  if (me.organisation !== null) return null
  const known = all.some(({ name }) => name === organisation) || organisation === ''
  const options = [
    { value: '', label: texts.deployment },
    ...(known ? [] : [{ value: organisation, label: isolated(organisation) }]),
    ...all.map(({ name, label }) => ({
      value: name,
      label: label === name ? isolated(name) : `${isolated(label)} (${isolated(name)})`,
    })),
  ]
  return (
    <NativeSelect
      label={texts.organisation}
      value={organisation}
      onChange={({ currentTarget: { value } }) =>
        change({
          organisation: value === '' ? undefined : value,
          ...Object.fromEntries(forgets.map((name) => [name, undefined])),
        })
      }
      data={options}
    />
  )
}
