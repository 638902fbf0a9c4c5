import { use, useState, type ReactElement, type ReactNode } from 'react'

import { createApi, once } from '../../admin/api/api.js'
import { useAction } from '../../admin/api/use-action.js'
import { useTexts } from '../../admin/language.js'
import { Confirm } from '../../admin/parts/confirm.js'
import { Form } from '../../admin/parts/form.js'
import { isolated } from '../../admin/parts/name.js'
import { OpenedForm } from '../../admin/parts/opened-form.js'
import { TextField } from '../../admin/parts/text-field.js'
import { list, object, text } from '../../api/shape.js'
import { usePolledAnswer } from '../../api/use-polled.js'
import { QueryContext, usePathname, useQuery } from '../../app/use-query.js'
import notes from '../../parts/notes.module.css'
import { SAVED_VIEWS_TEXTS } from '../texts/saved-views.js'
import classes from './view.module.css'

/** `GET /api/views`. */
const savedViews = object({ product: text, views: list(object({ name: text, address: text })) })

const api = () => createApi(globalThis.location.origin, (request) => fetch(request))

/** The address of what is shown, without the language, which is everybody's own. */
const useShown = (): string => {
  const path = usePathname()
  const [query] = useQuery()
  const kept = new URLSearchParams([...query].filter(([name]) => name !== 'lang'))
  return kept.size === 0 ? path : `${path}?${kept.toString()}`
}

const SaveForm = ({ product, onDone }: { readonly product: string; readonly onDone: () => void }) => {
  const texts = useTexts(SAVED_VIEWS_TEXTS)
  const address = useShown()
  const { state, run } = useAction()
  const [name, setName] = useState('')
  const save = async (): Promise<void> => {
    const params = { header: once() }
    const answer = await run(api().PUT('/api/views', { params, body: { product, name, address } }))
    if (answer.kind === 'done') onDone()
  }
  return (
    <Form submit={texts.save} state={state} onSubmit={() => void save()}>
      <p className={notes['aside']}>{texts.saveMeaning}</p>
      <TextField label={texts.name} maxLength={100} value={name} onType={setName} />
    </Form>
  )
}

const Remove = ({
  product,
  name,
  onChanged,
}: {
  readonly product: string
  readonly name: string
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(SAVED_VIEWS_TEXTS)
  const { state, run } = useAction()
  const remove = async () => {
    const params = { path: { name }, query: { product }, header: once() }
    const answer = await run(api().DELETE('/api/views/{name}', { params }))
    if (answer.kind === 'done') onChanged()
    return answer
  }
  return (
    <Confirm
      label={texts.remove}
      name={isolated(name)}
      question={texts.removeMeaning}
      state={state}
      run={remove}
    />
  )
}

/** A link to a view, which is shown without loading everything anew. */
const ViewLink = ({ address, children }: { readonly address: string; readonly children: ReactNode }) => {
  const store = use(QueryContext)
  const shown = useShown()
  return (
    <a
      href={address}
      aria-current={shown === address ? 'page' : undefined}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        store.go(address)
      }}
    >
      {children}
    </a>
  )
}

/** The views of a product that were saved under names, and saving the one that is shown. */
export const SavedViews = ({ product }: { readonly product: string }): ReactNode => {
  const texts = useTexts(SAVED_VIEWS_TEXTS)
  const query = new URLSearchParams({ product }).toString()
  const { polled, askAgain } = usePolledAnswer(`/api/views?${query}`, savedViews)
  // Where they cannot be read the page itself says why.
  if (polled.kind !== 'shown') return null
  const { views } = polled.value
  return (
    <details className={classes['saved']}>
      <summary>{texts.title(views.length)}</summary>
      {views.length === 0 ? (
        <p className={notes['aside']}>{texts.none}</p>
      ) : (
        <ul>
          {views.map(({ name, address }) => (
            <li key={name}>
              <ViewLink address={address}>
                <bdi translate="no">{name}</bdi>
              </ViewLink>
              <Remove product={product} name={name} onChanged={askAgain} />
            </li>
          ))}
        </ul>
      )}
      <OpenedForm label={texts.save}>
        {(close) => (
          <SaveForm
            product={product}
            onDone={() => {
              close()
              askAgain()
            }}
          />
        )}
      </OpenedForm>
    </details>
  )
}
