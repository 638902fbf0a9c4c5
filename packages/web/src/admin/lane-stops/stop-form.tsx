import { DATA_CATEGORIES } from '@candor/practices'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once, openBody, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useLanguage, useTexts } from '../language.js'
import { useProducts } from '../parts/choices.js'
import { Form } from '../parts/form.js'
import { LANE_STOPS_TEXTS } from './texts.js'

/** Which lane of which product to stop, and until when. */
export const StopForm = ({ onDone }: { readonly onDone: () => void }): ReactElement => {
  const texts = useTexts(LANE_STOPS_TEXTS)
  const language = useLanguage()
  const { api } = useAdmin()
  const { state, run } = useAction()
  const { all, chosen } = useProducts()
  const [product, setProduct] = useState(chosen?.product)
  const [category, setCategory] = useState<Shape<'Category'>>('error')
  const [until, setUntil] = useState('')
  const stop = async (): Promise<void> => {
    const named = product ?? chosen?.product
    const body = openBody({
      ...(named !== undefined && { product: named }),
      category,
      until: new Date(until).toISOString(),
    })
    const answer = await run(api.PUT('/api/lane-stops', { params: { header: once() }, body }))
    if (answer.kind === 'done') onDone()
  }
  return (
    <Form submit={texts.stop} state={state} onSubmit={() => void stop()}>
      <NativeSelect
        label={texts.product}
        value={product ?? chosen?.product ?? ''}
        onChange={({ currentTarget }) => setProduct(currentTarget.value)}
        data={all.map(({ product: value, name }) => ({ value, label: name[language] }))}
      />
      <NativeSelect
        label={texts.lane}
        value={category}
        onChange={({ currentTarget: { value } }) =>
          setCategory(DATA_CATEGORIES.find((each) => each === value) ?? 'error')
        }
        data={DATA_CATEGORIES.map((value) => ({ value, label: texts.lanes[value] }))}
      />
      <TextInput
        label={texts.until}
        description={texts.untilHint}
        type="datetime-local"
        required
        withAsterisk={false}
        value={until}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
    </Form>
  )
}
