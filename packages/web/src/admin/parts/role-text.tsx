import type { ReactElement } from 'react'

import { useTexts } from '../language.js'
import type { Grant } from './grant-fields.js'
import { Name } from './name.js'
import { COMMON_TEXTS } from './texts.js'

/** A role, and the organisation that it is confined to. */
export const RoleText = ({ grant }: { readonly grant: Grant }): ReactElement => {
  const { roles } = useTexts(COMMON_TEXTS)
  return (
    <span>
      {roles[grant.role]}
      {grant.organisation === null ? null : (
        <>
          {': '}
          <Name>{grant.organisation}</Name>
        </>
      )}
    </span>
  )
}
