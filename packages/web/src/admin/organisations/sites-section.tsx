import { useState, type ReactElement } from 'react'

import type { Polled } from '../../api/polled.js'
import { useWording } from '../../language/wording.js'
import { PolledView } from '../../parts/polled-view.js'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Confirm } from '../parts/confirm.js'
import { Form } from '../parts/form.js'
import { isolated, Name } from '../parts/name.js'
import { OpenedForm } from '../parts/opened-form.js'
import { TextField } from '../parts/text-field.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import type { PlacesProps } from './places-props.js'
import { ORGANISATIONS_TEXTS } from './texts.js'

const NewSite = ({
  organisation,
  onDone,
}: {
  readonly organisation: string
  readonly onDone: () => void
}): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [name, setName] = useState('')
  const add = async (): Promise<void> => {
    const body = { organisation, name }
    const answer = await run(api.POST('/api/sites', { params: { header: once() }, body }))
    if (answer.kind === 'done') onDone()
  }
  return (
    <Form submit={texts.addSite} state={state} onSubmit={() => void add()}>
      <TextField label={texts.siteName} maxLength={255} value={name} onType={setName} />
    </Form>
  )
}

const RemoveSite = ({
  site,
  onChanged,
}: {
  readonly site: Shape<'Site'>
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const { organisation, name } = site
  const remove = async () => {
    const params = { query: { organisation, name }, header: once() }
    const answer = await run(api.DELETE('/api/sites', { params }))
    if (answer.kind === 'done') onChanged()
    return answer
  }
  return (
    <Confirm
      label={texts.remove}
      name={isolated(name)}
      question={texts.removeSite(isolated(name))}
      state={state}
      run={remove}
    />
  )
}

const SitesTable = ({
  sites,
  access,
  onChanged,
}: Omit<PlacesProps, 'organisation'> & { readonly sites: readonly Shape<'Site'>[] }): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const { format } = useWording()
  const columns: readonly Column[] = [
    { heading: texts.site, align: 'text' },
    { heading: texts.pools, align: 'number' },
    ...(access === 'change' ? [{ heading: common.actions, align: 'text' } as const] : []),
  ]
  if (sites.length === 0) return <p className={classes['quiet']}>{texts.noSites}</p>
  return (
    <StackedTable caption={texts.sites} columns={columns}>
      {sites.map((site) => (
        <StackedRow
          key={site.name}
          columns={columns}
          head={<Name>{site.name}</Name>}
          cells={[format.number(site.pools), <RemoveSite key="remove" site={site} onChanged={onChanged} />]}
        />
      ))}
    </StackedTable>
  )
}

/** The sites of an organisation. */
export const SitesSection = ({
  organisation,
  asked,
  access,
  onChanged,
}: PlacesProps & { readonly asked: Polled<{ sites: Shape<'Site'>[] }> }): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  return (
    <div className={classes['section']}>
      <PolledView polled={asked} skeletonHeight={120}>
        {({ sites }) => <SitesTable sites={sites} access={access} onChanged={onChanged} />}
      </PolledView>
      {access === 'change' ? (
        <div className={classes['actions']}>
          <OpenedForm label={texts.addSite}>
            {(close) => (
              <NewSite
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
