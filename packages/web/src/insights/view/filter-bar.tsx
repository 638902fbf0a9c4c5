import { NativeSelect, TextInput } from '@mantine/core'
import { useId, useState, type ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { Button } from '../../admin/parts/button.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFigures } from '../parts/use-figures.js'
import { useView } from './use-view.js'
import { MAX_FILTERS, withFilter, withoutFilter, type Filter } from './view.js'
import classes from './view.module.css'

/** A dimension that can be filtered by, with the values that are known of it. */
export interface FilterChoice {
  readonly id: string
  readonly label: string
  readonly values: readonly string[]
}

const AddFilter = ({
  choices,
  onAdd,
}: {
  readonly choices: readonly FilterChoice[]
  readonly onAdd: (filter: Filter) => void
}): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const listId = useId()
  const [chosen, setChosen] = useState('')
  const [value, setValue] = useState('')
  const choice = choices.find(({ id }) => id === chosen) ?? choices[0]
  const known = choice?.values.map((each) => (
    <option key={each} value={each}>
      {each}
    </option>
  ))
  return (
    <details className={classes['adding']}>
      <summary>{texts.addFilter}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (choice === undefined || value.trim() === '') return
          onAdd({ id: choice.id, value: value.trim() })
          setValue('')
        }}
      >
        <NativeSelect
          label={texts.filterBy}
          value={choice?.id ?? ''}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={choices.map(({ id, label }) => ({ value: id, label }))}
        />
        <TextInput
          label={texts.filterValue}
          value={value}
          required
          withAsterisk={false}
          maxLength={200}
          autoComplete="off"
          list={listId}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
        <datalist id={listId}>{known}</datalist>
        <Button type="submit">{texts.add}</Button>
      </form>
    </details>
  )
}

/** The filters that hold, each a button that takes it away, and a way to add one. */
export const FilterBar = ({ choices }: { readonly choices: readonly FilterChoice[] }): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const { valueName } = useFigures()
  const [{ where }, change] = useView()
  const nameOf = ({ id, value }: Filter): string =>
    `${choices.find((choice) => choice.id === id)?.label ?? id}: ${valueName(id, value)}`
  return (
    <div className={classes['filters']}>
      <span className={classes['filtersLabel']}>{texts.filters}</span>
      {where.length === 0 ? <span className={classes['quiet']}>{texts.noFilters}</span> : null}
      {where.map((filter) => (
        <button
          key={`${filter.id}:${filter.value}`}
          type="button"
          className={classes['chip']}
          aria-label={texts.removeFilter(nameOf(filter))}
          onClick={() => change({ where: withoutFilter(where, filter) })}
        >
          <bdi>{nameOf(filter)}</bdi>
          <span aria-hidden="true">{'\u2715'}</span>
        </button>
      ))}
      {where.length === 0 ? null : <p className={classes['filtered']}>{texts.filtered}</p>}
      {where.length < MAX_FILTERS && choices.length > 0 ? (
        <AddFilter choices={choices} onAdd={(filter) => change({ where: withFilter(where, filter) })} />
      ) : null}
    </div>
  )
}
