import type { ReactElement } from 'react'

import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import { Name } from '../parts/name.js'
import styles from './quarantine.module.css'
import { QUARANTINE_TEXTS } from './texts.js'

type Sample = Shape<'QuarantineGroup'>['sample']
type Field = Sample['fields'][number]

const Fields = ({ fields }: { readonly fields: readonly Field[] }): ReactElement => {
  const texts = useTexts(QUARANTINE_TEXTS)
  return (
    <ul>
      {fields.map(({ name = '', kind, size }, at) => (
        // Fields of one report may lack a name, and their order never changes.
        // eslint-disable-next-line react/no-array-index-key
        <li key={at}>
          <code>
            <Name>{name}</Name>
          </code>{' '}
          {size === undefined ? texts.kinds[kind] : texts.sizes(texts.kinds[kind], size)}
        </li>
      ))}
    </ul>
  )
}

/** The shape of a refused report: names of fields and kinds of values, and no value. */
export const SampleShape = ({ sample }: { readonly sample: Sample }): ReactElement => {
  const texts = useTexts(QUARANTINE_TEXTS)
  return (
    <details className={styles['shape']}>
      <summary>{texts.shape}</summary>
      <Fields fields={[...sample.fields, ...sample.data]} />
    </details>
  )
}
