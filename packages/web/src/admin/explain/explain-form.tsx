import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { useQuery } from '../../app/use-query.js'
import { useLanguage, useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { usePools, useProducts } from '../parts/choices.js'
import { OrganisationChooser, ProductChooser } from '../parts/choosers.js'
import { isolated } from '../parts/name.js'
import { useWords } from '../parts/use-words.js'
import { USER_CHOICES } from './question.js'
import { EXPLAIN_TEXTS } from './texts.js'
import type { PublishedPractices } from './use-document.js'
import { WatsonFields } from './watson-fields.js'

/** Systems that practices know by name; another one is as good as Linux to them. */
const SYSTEMS = ['Windows', 'macOS', 'Linux', 'iOS', 'Android'] as const

const Choice = ({
  label,
  name,
  fallback,
  options,
}: {
  readonly label: string
  /** Of the parameter in the address. */
  readonly name: string
  /** What counts where the address names none. */
  readonly fallback: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}): ReactElement => {
  const [query, change] = useQuery()
  return (
    <NativeSelect
      label={label}
      value={query.get(name) ?? fallback}
      onChange={({ currentTarget: { value } }) => change({ [name]: value === '' ? undefined : value })}
      data={[...options]}
    />
  )
}

const useDataTypes = (practices: PublishedPractices) => {
  const language = useLanguage()
  return practices.categories
    .flatMap(({ dataTypes }) => dataTypes)
    .map(({ id, label }) => ({
      value: id,
      label: label[language] === id ? id : `${id} (${isolated(label[language])})`,
    }))
}

const PoolChoice = ({ organisation }: { readonly organisation: string }): ReactElement => {
  const texts = useTexts(EXPLAIN_TEXTS)
  const [query] = useQuery()
  const pools = usePools(organisation)
  const pool = query.get('pool')
  const others = pool === null || pools.some(({ fqdn }) => fqdn === pool) ? [] : [pool]
  const placed = [...others, ...pools.map(({ fqdn }) => fqdn)]
  return (
    <Choice
      label={texts.pool}
      name="pool"
      fallback=""
      options={[
        { value: '', label: texts.noPool },
        ...placed.map((value) => ({ value, label: isolated(value) })),
      ]}
    />
  )
}

/** The situation that is asked about; every choice is in the address at once, and the answer follows. */
export const ExplainForm = ({
  practices,
  organisation,
}: {
  readonly practices: PublishedPractices
  readonly organisation: string
}): ReactElement => {
  const texts = useTexts(EXPLAIN_TEXTS)
  const words = useWords()
  const { all, chosen } = useProducts()
  const dataTypes = useDataTypes(practices)
  return (
    <>
      <div className={classes['row']}>
        {chosen === undefined ? null : <ProductChooser all={all} chosen={chosen} />}
        <Choice
          label={texts.dataType}
          name="dataType"
          fallback=""
          options={[{ value: '', label: '' }, ...dataTypes]}
        />
        <Choice
          label={texts.client}
          name="client"
          fallback="desktop"
          options={practices.clients.map((value) => ({ value, label: words.client(value) }))}
        />
        <Choice
          label={texts.os}
          name="os"
          fallback="Windows"
          options={SYSTEMS.map((value) => ({ value, label: value }))}
        />
        <OrganisationChooser forgets={['pool']} />
        <PoolChoice organisation={organisation} />
        <Choice
          label={texts.choice}
          name="choice"
          fallback="undecided"
          options={USER_CHOICES.map((value) => ({ value, label: texts.choices[value] }))}
        />
      </div>
      <WatsonFields />
    </>
  )
}
