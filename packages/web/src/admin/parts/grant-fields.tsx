import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import { useOrganisations } from './choices.js'
import { isolated } from './name.js'
import { COMMON_TEXTS } from './texts.js'

/** A role, and the organisation that it is confined to: of organisation admins alone. */
export interface Grant {
  readonly role: Shape<'AccountRole'>
  readonly organisation: string | null
}

const ROLES: readonly Shape<'AccountRole'>[] = [
  'operator',
  'organisation-admin',
  'privacy-officer',
  'analyst',
  'auditor',
]

/** Chooses a role, with what it may do, and the organisation where the role has one. */
export const GrantFields = ({
  label,
  grant,
  onChoose,
}: {
  readonly label: string
  readonly grant: Grant
  readonly onChoose: (grant: Grant) => void
}): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const organisations = useOrganisations()
  const first = organisations[0]?.name ?? ''
  const choose = (chosen: string): void => {
    const role = ROLES.find((each) => each === chosen) ?? grant.role
    onChoose({ role, organisation: role === 'organisation-admin' ? (grant.organisation ?? first) : null })
  }
  return (
    <>
      <NativeSelect
        label={label}
        description={texts.roleMeanings[grant.role]}
        value={grant.role}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={ROLES.map((value) => ({ value, label: texts.roles[value] }))}
      />
      {grant.role === 'organisation-admin' ? (
        <NativeSelect
          label={texts.organisation}
          required
          withAsterisk={false}
          value={grant.organisation ?? ''}
          onChange={({ currentTarget }) => onChoose({ ...grant, organisation: currentTarget.value })}
          data={organisations.map(({ name }) => ({ value: name, label: isolated(name) }))}
        />
      ) : null}
    </>
  )
}
