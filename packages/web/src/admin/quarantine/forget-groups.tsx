import type { ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { Confirm } from '../parts/confirm.js'
import { QUARANTINE_TEXTS } from './texts.js'

/** Forgets a group, or all of a product where none is named. */
export const ForgetGroups = ({
  product,
  group,
  onChanged,
}: {
  readonly product: string
  readonly group?: { readonly id: string; readonly name: string }
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(QUARANTINE_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const forget = async () => {
    const query = { product, ...(group !== undefined && { id: group.id }) }
    const answer = await run(api.DELETE('/api/quarantine', { params: { query, header: once() } }))
    if (answer.kind === 'done') onChanged()
    return answer
  }
  return group === undefined ? (
    <Confirm label={texts.clear} question={texts.clearText} state={state} run={forget} />
  ) : (
    <Confirm
      label={texts.clearGroup}
      name={group.name}
      question={texts.clearGroupText}
      state={state}
      run={forget}
    />
  )
}
