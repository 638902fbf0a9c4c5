import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import { TextField } from '../parts/text-field.js'
import { ORGANISATIONS_TEXTS } from './texts.js'

/** What may be changed of an organisation. */
export type OrganisationFacts = Pick<Shape<'Organisation'>, 'label' | 'cloud' | 'hosting'>

const HOSTINGS = ['online', 'on-premises'] as const

/** What an organisation is called, its cloud, and how it is hosted. */
export const OrganisationFields = ({
  facts,
  onType,
}: {
  readonly facts: OrganisationFacts
  readonly onType: (facts: OrganisationFacts) => void
}): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  return (
    <>
      <TextField
        label={texts.label}
        maxLength={200}
        value={facts.label}
        onType={(label) => onType({ ...facts, label })}
      />
      <TextField
        label={texts.cloud}
        maxLength={64}
        value={facts.cloud}
        onType={(cloud) => onType({ ...facts, cloud })}
      />
      <NativeSelect
        label={texts.hosting}
        value={facts.hosting}
        onChange={({ currentTarget: { value } }) =>
          onType({ ...facts, hosting: HOSTINGS.find((each) => each === value) ?? 'online' })
        }
        data={HOSTINGS.map((value) => ({ value, label: texts.hostings[value] }))}
      />
    </>
  )
}
