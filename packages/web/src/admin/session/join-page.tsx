import { useCallback, useState, type ReactElement } from 'react'

import notes from '../../parts/notes.module.css'
import { PolledView } from '../../parts/polled-view.js'
import { once } from '../api/api.js'
import { ONCE_MILLIS, useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { PageHead } from '../parts/page-head.js'
import { JoinForm, type Offer } from './join-form.js'
import { SESSION_TEXTS } from './texts.js'

const WithToken = ({ token }: { readonly token: string }): ReactElement => {
  const ask: Ask<Offer> = useCallback(
    (api, signal) => api.POST('/api/invitation', { params: { header: once() }, body: { token }, signal }),
    [token],
  )
  const { polled } = useAsked(ask, ONCE_MILLIS)
  return (
    <PolledView polled={polled} skeletonHeight={320}>
      {(offer) => <JoinForm token={token} offer={offer} />}
    </PolledView>
  )
}

/** Makes the account of a one-time link. Its token stands behind the # of the address, which no server sees. */
export const JoinPage = (): ReactElement => {
  const texts = useTexts(SESSION_TEXTS)
  const [token] = useState(() => window.location.hash.slice(1))
  return (
    <div className={classes['page']}>
      <PageHead title={texts.joinTitle} />
      {token === '' ? (
        <p role="alert" className={notes['problem']}>
          {texts.joinWithoutToken}
        </p>
      ) : (
        <WithToken token={token} />
      )}
    </div>
  )
}
