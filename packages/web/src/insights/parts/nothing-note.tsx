import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { EmptyNote } from '../../parts/empty-note.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFrame } from '../view/frame.js'

/** That there is nothing: since nothing matches the filters, or since nothing has arrived yet. */
export const NothingNote = (empty: { readonly title: string; readonly text: string }): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const isFiltered = useFrame().answer.where.length > 0
  return isFiltered ? (
    <EmptyNote title={texts.noMatchTitle} text={texts.noMatchText} />
  ) : (
    <EmptyNote {...empty} />
  )
}
