import { useCallback, useState, type ReactElement } from 'react'

import { EmptyNote } from '../../parts/empty-note.js'
import { PolledView } from '../../parts/polled-view.js'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { useProducts } from '../parts/choices.js'
import { ProductChooser } from '../parts/choosers.js'
import { OpenedForm } from '../parts/opened-form.js'
import { PageHead } from '../parts/page-head.js'
import { ShownOnce } from '../parts/shown-once.js'
import { useWords } from '../parts/use-words.js'
import { KeysTable } from './keys-table.js'
import { MakeKey } from './make-key.js'
import { KEYS_TEXTS } from './texts.js'

const KeysOf = ({ product }: { readonly product: string }): ReactElement => {
  const texts = useTexts(KEYS_TEXTS)
  const words = useWords()
  const { role } = useMe()
  const [made, setMade] = useState<Shape<'NewKey'>>()
  const ask: Ask<{ keys: Shape<'ProductKey'>[] }> = useCallback(
    (api, signal) => api.GET('/api/keys', { params: { query: { product } }, signal }),
    [product],
  )
  const { polled, askAgain } = useAsked(ask)
  const onMade = (key: Shape<'NewKey'>): void => {
    setMade(key)
    askAgain()
  }
  return (
    <>
      <PolledView polled={polled} skeletonHeight={200}>
        {({ keys }) =>
          keys.length === 0 ? (
            <EmptyNote title={texts.none} text={texts.noneText} />
          ) : (
            <KeysTable keys={keys} onMade={onMade} onChanged={askAgain} />
          )
        }
      </PolledView>
      {role === 'operator' ? (
        <div className={classes['actions']}>
          <OpenedForm label={texts.make}>
            {(close) => (
              <MakeKey
                product={product}
                onMade={(key) => {
                  close()
                  onMade(key)
                }}
              />
            )}
          </OpenedForm>
        </div>
      ) : null}
      {made === undefined ? null : (
        <ShownOnce title={texts.newTitle} secret={made.key ?? ''} onClose={() => setMade(undefined)}>
          {made.former === null ? null : (
            <p className={classes['plain']}>{texts.former(words.time(made.former.endsAt))}</p>
          )}
        </ShownOnce>
      )}
    </>
  )
}

/** The ingest keys of a product: made, rotated, revoked, and never shown again. */
export const KeysPage = (): ReactElement => {
  const texts = useTexts(KEYS_TEXTS)
  const { all, chosen } = useProducts()
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      {chosen === undefined ? null : (
        <>
          <ProductChooser all={all} chosen={chosen} />
          <KeysOf product={chosen.product} />
        </>
      )}
    </div>
  )
}
