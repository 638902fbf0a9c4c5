import type { ReactElement } from 'react'

import { defineTexts, useTexts } from '../language.js'
import { Name } from './name.js'

const TEXTS = defineTexts({
  en: { default: 'default', practices: 'the practices themselves' },
  es: { default: 'valor predeterminado', practices: 'las propias prácticas' },
})

/** Where a setting stands: a source or a scope as it is written, or that it is the default. */
export const SourceText = ({ source }: { readonly source: string }): ReactElement => {
  const texts = useTexts(TEXTS)
  if (source === 'default' || source === 'practices') return <span>{texts[source]}</span>
  return (
    <code>
      <Name>{source}</Name>
    </code>
  )
}
