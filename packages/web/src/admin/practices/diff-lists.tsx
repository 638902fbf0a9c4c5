import type { ReactElement, ReactNode } from 'react'

import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { useWords } from '../parts/use-words.js'
import { PRACTICES_TEXTS } from './texts.js'

const Part = ({
  title,
  items,
}: {
  readonly title: string
  readonly items: readonly { readonly name: string; readonly note: ReactNode }[]
}): ReactElement | null =>
  items.length === 0 ? null : (
    <>
      <dt>{title}</dt>
      <dd>
        {items.map(({ name, note }) => (
          <div key={name}>
            <code translate="no">{name}</code> <span className={classes['quiet']}>{note}</span>
          </div>
        ))}
      </dd>
    </>
  )

/** What a version adds, removes and changes, and whether users are asked again. */
export const DiffLists = ({ diff }: { readonly diff: Shape<'PracticesDiff'> }): ReactElement => {
  const texts = useTexts(PRACTICES_TEXTS)
  const words = useWords()
  const { added, removed, changed, controls, asksAgain } = diff
  const consents = { askAgain: texts.askAgain, covered: texts.covered } as const
  const isSame = added.length + removed.length + changed.length + controls.length === 0
  if (isSame) return <p className={classes['quiet']}>{texts.same}</p>
  return (
    <>
      {asksAgain ? <p className={classes['plain']}>{texts.asksAgain}</p> : null}
      <dl className={classes['facts']}>
        <Part
          title={texts.added}
          items={added.map(({ dataType, consent }) => ({ name: dataType, note: consents[consent] }))}
        />
        <Part title={texts.removed} items={removed.map((name) => ({ name, note: null }))} />
        <Part
          title={texts.changed}
          items={changed.map(({ dataType, changes, consent }) => ({
            name: dataType,
            note: `${words.list(changes.map((change) => texts.changes[change]))}. ${consents[consent]}`,
          }))}
        />
        <Part title={texts.controls} items={controls.map((name) => ({ name, note: null }))} />
      </dl>
    </>
  )
}
