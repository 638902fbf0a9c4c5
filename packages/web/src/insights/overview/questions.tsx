import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { QueryChanges } from '../../app/query.js'
import { OVERVIEW_TEXTS } from '../texts/overview.js'
import { InsightLink, type InsightPage } from '../view/insight-link.js'
import classes from '../view/view.module.css'

type Question = Exclude<keyof (typeof OVERVIEW_TEXTS)['en'], 'lead' | 'open' | 'questions'>

/** Questions that every product with these data types can ask; the addresses hold nothing else than a person could choose. */
const QUESTIONS: Readonly<Record<Question, { readonly page: InsightPage; readonly query: QueryChanges }>> = {
  newcomers: { page: 'census', query: { where: ['seen:new'] } },
  monthly: { page: 'census', query: { period: 'month', periods: undefined, compare: 'previous' } },
  clients: { page: 'usage', query: { by: 'client' } },
  stability: { page: 'usage', query: { period: 'week', periods: '4', compare: 'previous' } },
  errors: { page: 'errors', query: { period: undefined, periods: '7', compare: 'previous' } },
}

const QUESTION_NAMES = Object.keys(QUESTIONS) as readonly Question[]

/** Links to pages that answer what is asked often. */
export const Questions = (): ReactElement => {
  const texts = useTexts(OVERVIEW_TEXTS)
  return (
    <section className={classes['questions']} aria-labelledby="questions-title">
      <h2 id="questions-title">{texts.questions}</h2>
      <ul>
        {QUESTION_NAMES.map((question) => (
          <li key={question}>
            <InsightLink page={QUESTIONS[question].page} query={QUESTIONS[question].query}>
              {texts[question]}
            </InsightLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
