import type { ReactElement } from 'react'

import type { Polled } from '../../api/polled.js'
import { PolledView } from '../../parts/polled-view.js'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Confirm } from '../parts/confirm.js'
import { isolated, Name } from '../parts/name.js'
import { OpenedForm } from '../parts/opened-form.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import type { PlacesProps } from './places-props.js'
import { PutPool } from './put-pool.js'
import { ORGANISATIONS_TEXTS } from './texts.js'

const PoolActions = ({
  pool,
  onChanged,
}: {
  readonly pool: Shape<'Pool'>
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const { fqdn, organisation } = pool
  const remove = async () => {
    const params = { path: { fqdn }, query: { organisation }, header: once() }
    const answer = await run(api.DELETE('/api/pools/{fqdn}', { params }))
    if (answer.kind === 'done') onChanged()
    return answer
  }
  return (
    <span>
      <OpenedForm label={texts.change} name={isolated(fqdn)} kind="quiet">
        {(close) => (
          <PutPool
            organisation={organisation}
            pool={pool}
            onDone={() => {
              close()
              onChanged()
            }}
          />
        )}
      </OpenedForm>
      <Confirm
        label={texts.remove}
        name={isolated(fqdn)}
        question={texts.removePool(isolated(fqdn))}
        state={state}
        run={remove}
      />
    </span>
  )
}

const PoolsTable = ({
  pools,
  access,
  onChanged,
}: Omit<PlacesProps, 'organisation'> & { readonly pools: readonly Shape<'Pool'>[] }): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const columns: readonly Column[] = [
    { heading: texts.pool, align: 'text' },
    { heading: texts.site, align: 'text' },
    ...(access === 'change' ? [{ heading: common.actions, align: 'text' } as const] : []),
  ]
  if (pools.length === 0) return <p className={classes['quiet']}>{texts.noPools}</p>
  return (
    <StackedTable caption={texts.pools} columns={columns}>
      {pools.map((pool) => (
        <StackedRow
          key={pool.fqdn}
          columns={columns}
          head={<Name>{pool.fqdn}</Name>}
          cells={[
            <Name key="site">{pool.site}</Name>,
            <PoolActions key="actions" pool={pool} onChanged={onChanged} />,
          ]}
        />
      ))}
    </StackedTable>
  )
}

/** The pools of an organisation, and the site of each. */
export const PoolsSection = ({
  organisation,
  asked,
  access,
  onChanged,
}: PlacesProps & { readonly asked: Polled<{ pools: Shape<'Pool'>[] }> }): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  return (
    <div className={classes['section']}>
      <PolledView polled={asked} skeletonHeight={120}>
        {({ pools }) => <PoolsTable pools={pools} access={access} onChanged={onChanged} />}
      </PolledView>
      {access === 'change' ? (
        <div className={classes['actions']}>
          <OpenedForm label={texts.addPool}>
            {(close) => (
              <PutPool
                organisation={organisation}
                onDone={() => {
                  close()
                  onChanged()
                }}
              />
            )}
          </OpenedForm>
        </div>
      ) : null}
    </div>
  )
}
