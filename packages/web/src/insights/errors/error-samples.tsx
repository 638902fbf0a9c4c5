import type { ReactElement } from 'react'

import type { Shape } from '../../admin/api/api.js'
import { useTexts } from '../../admin/language.js'
import { isolated } from '../../admin/parts/name.js'
import { useWords } from '../../admin/parts/use-words.js'
import notes from '../../parts/notes.module.css'
import { GROUP_PANEL_TEXTS } from '../texts/group-panel.js'
import classes from './samples.module.css'

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)

/** The parts of a value that is an object, each with its name; any other value as it is. */
const partsOf = (name: string, value: unknown): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).map(([part, text]) => [`${name}.${part}`, textOf(text)] as const)
    : [[name, textOf(value)]]

/** The latest reports of a group of errors, as they were sent, without who sent them; the newest is open. */
export const ErrorSamples = ({
  samples,
}: {
  readonly samples: readonly Shape<'ErrorSample'>[]
}): ReactElement => {
  const texts = useTexts(GROUP_PANEL_TEXTS)
  const words = useWords()
  if (samples.length === 0) return <p className={notes['aside']}>{texts.none}</p>
  return (
    <ol className={classes['samples']} aria-label={texts.samples}>
      {samples.map(({ at, client, os, data }, index) => (
        // Two reports can be equal in all that is shown.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <details open={index === 0}>
            <summary>
              <time dateTime={at}>{words.time(at)}</time> · {words.client(client)} · {isolated(os)}
            </summary>
            <dl>
              {Object.entries(data)
                .flatMap(([name, value]) => partsOf(name, value))
                .map(([name, text]) => (
                  <div key={name}>
                    <dt translate="no">{name}</dt>
                    <dd translate="no">{text}</dd>
                  </div>
                ))}
            </dl>
          </details>
        </li>
      ))}
    </ol>
  )
}
