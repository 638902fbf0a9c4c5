import { useCallback, type ReactElement } from 'react'

import { useWording } from '../../language/wording.js'
import { PolledView } from '../../parts/polled-view.js'
import type { Shape } from '../api/api.js'
import { ONCE_MILLIS, useAsked, type Ask } from '../api/use-asked.js'
import { useLanguage, useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { saveFile } from './save-file.js'
import { SUBJECTS_TEXTS } from './texts.js'

const Facts = ({ receipt }: { readonly receipt: Shape<'Receipt'> }): ReactElement => {
  const texts = useTexts(SUBJECTS_TEXTS)
  const language = useLanguage()
  const words = useWords()
  const { format } = useWording()
  return (
    <>
      <p className={classes['plain']}>{receipt.text[language]}</p>
      <dl className={classes['facts']}>
        <dt>{texts.completed}</dt>
        <dd>{words.time(receipt.completedAt)}</dd>
        <dt>{texts.erased}</dt>
        <dd>{format.number(receipt.erased)}</dd>
        <dt>{texts.remaining}</dt>
        <dd>{format.number(receipt.remaining)}</dd>
        <dt>{texts.key}</dt>
        <dd>
          <code translate="no">{receipt.key}</code>
        </dd>
        <dt>{texts.signature}</dt>
        <dd>
          <code translate="no">{receipt.signature}</code>
        </dd>
      </dl>
    </>
  )
}

/** The signed receipt of an erasure. */
export const ReceiptView = ({
  request,
  onClose,
}: {
  readonly request: string
  readonly onClose: () => void
}): ReactElement => {
  const texts = useTexts(SUBJECTS_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const ask: Ask<Shape<'ErasureState'>> = useCallback(
    (api, signal) => api.GET('/api/subject/erasure/{request}', { params: { path: { request } }, signal }),
    [request],
  )
  const { polled } = useAsked(ask, ONCE_MILLIS)
  return (
    <>
      <PolledView polled={polled} skeletonHeight={220}>
        {({ receipt }) =>
          receipt === undefined ? null : (
            <>
              <Facts receipt={receipt} />
              <div className={classes['actions']}>
                <Button onClick={() => saveFile(`receipt-${request}.json`, receipt)}>{texts.save}</Button>
              </div>
            </>
          )
        }
      </PolledView>
      <div className={classes['actions']}>
        <Button kind="primary" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </>
  )
}
