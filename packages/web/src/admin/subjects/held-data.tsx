import { DATA_CATEGORIES } from '@candor/practices'
import type { ReactElement } from 'react'

import { useWording } from '../../language/wording.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { useWords } from '../parts/use-words.js'
import { saveFile } from './save-file.js'
import { SUBJECTS_TEXTS } from './texts.js'

/** What is held of a subject, by lane. */
export interface Held {
  readonly product: string
  readonly lanes: Readonly<Record<string, { readonly rows: readonly unknown[]; readonly readable: unknown }>>
  readonly notes: readonly string[]
}

/** How much is held in each lane, what the service says of it, and all of it as a file. */
export const HeldData = ({ held }: { readonly held: Held }): ReactElement => {
  const texts = useTexts(SUBJECTS_TEXTS)
  const words = useWords()
  const { format } = useWording()
  return (
    <div className={classes['section']}>
      <h3>{texts.heldTitle}</h3>
      <dl className={classes['facts']}>
        {DATA_CATEGORIES.filter((category) => Object.hasOwn(held.lanes, category)).map((category) => (
          <div key={category} style={{ display: 'contents' }}>
            <dt>{words.category(category)}</dt>
            <dd>{texts.held(format.number(held.lanes[category]?.rows.length ?? 0))}</dd>
          </div>
        ))}
      </dl>
      {held.notes.map((note) => (
        <p key={note} className={classes['quiet']}>
          {note}
        </p>
      ))}
      <div className={classes['actions']}>
        <Button onClick={() => saveFile(`${held.product}-held.json`, held)}>{texts.save}</Button>
      </div>
    </div>
  )
}
