import { Skeleton } from '@mantine/core'
import { useCallback, type ReactElement } from 'react'

import { useQuery } from '../../app/use-query.js'
import { PolledView } from '../../parts/polled-view.js'
import { ProblemNote } from '../../parts/problem-note.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { useOrganisation, useProducts } from '../parts/choices.js'
import { PageHead } from '../parts/page-head.js'
import { ExplainForm } from './explain-form.js'
import { ExplanationView } from './explanation-view.js'
import { questionOf } from './question.js'
import { EXPLAIN_TEXTS } from './texts.js'
import { usePublishedPractices } from './use-document.js'

const Answer = ({ question }: { readonly question: Shape<'ExplainQuestion'> }): ReactElement => {
  const asked = JSON.stringify(question)
  const ask: Ask<Shape<'Explanation'>> = useCallback(
    (api, signal) =>
      api.POST('/api/explain', {
        body: JSON.parse(asked) as Shape<'ExplainQuestion'>,
        signal,
      }),
    [asked],
  )
  const { polled } = useAsked(ask)
  return (
    <PolledView polled={polled} skeletonHeight={260}>
      {(explanation) => <ExplanationView explanation={explanation} />}
    </PolledView>
  )
}

const Asking = ({ product }: { readonly product: string }): ReactElement => {
  const [query] = useQuery()
  const organisation = useOrganisation()
  const practices = usePublishedPractices(product)
  const question = questionOf(query, product, organisation)
  if (practices === undefined) return <Skeleton height={320} />
  if (practices.kind === 'failed') return <ProblemNote problem={practices.problem} />
  return (
    <>
      <ExplainForm practices={practices.value} organisation={organisation} />
      {question === undefined ? null : <Answer question={question} />}
    </>
  )
}

/** Why something is collected, or why not. */
export const ExplainPage = (): ReactElement => {
  const texts = useTexts(EXPLAIN_TEXTS)
  const { chosen } = useProducts()
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      {chosen === undefined ? <Skeleton height={320} /> : <Asking product={chosen.product} />}
    </div>
  )
}
