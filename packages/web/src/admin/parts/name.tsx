import type { ReactElement } from 'react'

import classes from './admin.module.css'

const MAX_SHOWN = 120
const MAX_IN_SENTENCE = 60
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

const shortened = (text: string, max: number): string => {
  const letters = Array.from(text.slice(0, max * 2 + 2))
  return letters.length > max ? `${letters.slice(0, max).join('')}…` : text
}

/** A name that a person typed, for an option or a sentence: short, and without a say in the direction of what is around it. */
export const isolated = (text: string): string =>
  `${FIRST_STRONG_ISOLATE}${shortened(text, MAX_IN_SENTENCE)}${POP_ISOLATE}`

/** A name that a person typed: isolated, never translated, and on one line however long it is. */
export const Name = ({ children }: { readonly children: string }): ReactElement => (
  <bdi translate="no" className={classes['name']} title={children.length > MAX_SHOWN ? undefined : children}>
    {shortened(children, MAX_SHOWN)}
  </bdi>
)
