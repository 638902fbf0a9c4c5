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
import { AlertsTable } from './alerts-table.js'
import { MakeAlert } from './make-alert.js'
import { ALERTS_TEXTS } from './texts.js'

const AlertsOf = ({ product }: { readonly product: string }): ReactElement => {
  const texts = useTexts(ALERTS_TEXTS)
  const { role } = useMe()
  const [secret, setSecret] = useState<string>()
  const ask: Ask<{ alerts: Shape<'Alert'>[] }> = useCallback(
    (api, signal) => api.GET('/api/alerts', { params: { query: { product } }, signal }),
    [product],
  )
  const { polled, askAgain } = useAsked(ask)
  return (
    <>
      <PolledView polled={polled} skeletonHeight={200}>
        {({ alerts }) =>
          alerts.length === 0 ? (
            <EmptyNote title={texts.none} text={texts.noneText} />
          ) : (
            <AlertsTable alerts={alerts} onChanged={askAgain} />
          )
        }
      </PolledView>
      {role === 'operator' ? (
        <div className={classes['actions']}>
          <OpenedForm label={texts.make}>
            {(close) => (
              <MakeAlert
                product={product}
                onMade={(made) => {
                  close()
                  setSecret(made)
                  askAgain()
                }}
              />
            )}
          </OpenedForm>
        </div>
      ) : null}
      {secret === undefined ? null : (
        <ShownOnce title={texts.secretTitle} secret={secret} onClose={() => setSecret(undefined)}>
          <p className={classes['plain']}>{texts.secretText}</p>
        </ShownOnce>
      )}
    </>
  )
}

/** The alerts of a product: made, tested, removed, and how they stand. */
export const AlertsPage = (): ReactElement => {
  const texts = useTexts(ALERTS_TEXTS)
  const { all, chosen } = useProducts()
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      {chosen === undefined ? null : (
        <>
          <ProductChooser all={all} chosen={chosen} />
          <AlertsOf key={chosen.product} product={chosen.product} />
        </>
      )}
    </div>
  )
}
