import { useCallback, type ReactElement } from 'react'

import { EmptyNote } from '../../parts/empty-note.js'
import { PolledView } from '../../parts/polled-view.js'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { OpenedForm } from '../parts/opened-form.js'
import { PageHead } from '../parts/page-head.js'
import { StopForm } from './stop-form.js'
import { StopsTable } from './stops-table.js'
import { LANE_STOPS_TEXTS } from './texts.js'

const MAY_STOP: ReadonlySet<Shape<'AccountRole'>> = new Set(['operator', 'privacy-officer'])

/** Lanes that take no reports for a while. */
export const LaneStopsPage = (): ReactElement => {
  const texts = useTexts(LANE_STOPS_TEXTS)
  const { role } = useMe()
  const ask: Ask<{ stops: Shape<'LaneStop'>[] }> = useCallback(
    (api, signal) => api.GET('/api/lane-stops', { signal }),
    [],
  )
  const { polled, askAgain } = useAsked(ask)
  const access = MAY_STOP.has(role) ? 'change' : 'read'
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      <PolledView polled={polled} skeletonHeight={160}>
        {({ stops }) =>
          stops.length === 0 ? (
            <EmptyNote title={texts.none} text={texts.noneText} />
          ) : (
            <StopsTable stops={stops} access={access} onChanged={askAgain} />
          )
        }
      </PolledView>
      {access === 'change' ? (
        <div className={classes['actions']}>
          <OpenedForm label={texts.stop}>
            {(close) => (
              <StopForm
                onDone={() => {
                  close()
                  askAgain()
                }}
              />
            )}
          </OpenedForm>
        </div>
      ) : null}
    </div>
  )
}
