import { ERRORS } from '@candor/practices'
import type { ReactElement } from 'react'

import type { Problem } from '../api/problem.js'
import { useAddress } from '../app/use-address.js'
import { useWording, type Wording } from '../language/wording.js'
import classes from './notes.module.css'

interface ToldProblem {
  readonly title: string
  readonly remedy: string
  readonly code: string | undefined
}

const isKnown = (code: string): code is keyof typeof ERRORS => Object.hasOwn(ERRORS, code)

/** The problem in words: Candor's own of its code, in the page's language, before those of the answer. */
const tellProblem = (problem: Problem, { messages: { state }, format }: Wording): ToldProblem => {
  switch (problem.kind) {
    case 'unreachable':
      return { title: state.unreachable, remedy: state.unreachableRemedy, code: undefined }
    case 'unreadable':
      return { title: state.unreadable, remedy: state.unreadableRemedy, code: problem.fault }
    case 'answered': {
      const { code } = problem
      if (!isKnown(code)) return { title: problem.title, remedy: problem.remedy ?? '', code }
      return {
        title: ERRORS[code].title[format.language],
        remedy: ERRORS[code].remedy[format.language],
        code,
      }
    }
    default:
      return problem satisfies never
  }
}

/** What went wrong, its code and the way out. Spoken as soon as it appears. */
export const ProblemNote = ({
  problem,
  hint,
}: {
  readonly problem: Problem
  readonly hint?: string | undefined
}): ReactElement => {
  const wording = useWording()
  const { title, remedy, code } = tellProblem(problem, wording)
  const signIn = useAddress('admin')
  return (
    <div role="alert" className={classes['problem']}>
      <p className={classes['title']}>{title}</p>
      <p>
        {remedy} {hint}
      </p>
      {code === 'CANDOR_TOKEN_REFUSED' ? (
        <p>
          <a href={signIn}>{wording.messages.state.signIn}</a>
        </p>
      ) : null}
      {code === undefined ? null : <code translate="no">{code}</code>}
    </div>
  )
}
