import { CONSENT_ANSWERS, type Practices } from '@candor/practices'
import type { CallApi, GivenTo } from '../api/call-api.js'
import { answerExplained } from './answer-explained.js'
import { accept, wrong, type Checked } from './fault.js'
import type { Asker, QuestionOptions } from './question.js'
import type { Answer } from './run-command.js'

type Question = GivenTo<'explain'>['body']

/** What a service is asked to explain. */
export interface AskedThere {
  readonly practices: Practices
  readonly dataType: string
  readonly asker: Asker
  readonly options: Pick<QuestionOptions, 'pool' | 'site' | 'consent'>
  /** '' for none. */
  readonly organisation: string
}

/** A service knows the site of each of its pools, and is asked about no other. */
const withoutSite = ({ site }: AskedThere['options']): Checked<undefined> =>
  site === undefined
    ? { kind: 'right', value: undefined }
    : wrong(
        { en: '--site is not asked of a service.', es: '--site no se pregunta a un servicio.' },
        {
          en: 'Name a registered --pool, whose site the service knows; or ask as a device, with --key.',
          es: 'Indique un --pool registrado, cuyo sitio conoce el servicio; o pregunte como dispositivo, con --key.',
        },
      )

const questionOf = ({ practices, dataType, asker, options, organisation }: AskedThere): Question => {
  const { pool, consent } = options
  const errorReporting = CONSENT_ANSWERS.find((each) => each === consent?.toLowerCase())
  return {
    product: practices.product,
    dataType,
    client: asker.client,
    os: asker.os,
    organisation,
    ...(pool !== undefined && { pool }),
    ...(errorReporting !== undefined && { errorReporting }),
    ...(asker.watson !== undefined && { watson: asker.watson as NonNullable<Question['watson']> }),
  }
}

/** Whether a data type is collected, as the admin center's page tells it: a service is asked. */
export const explainAtService = async (call: CallApi, asked: AskedThere): Promise<Answer> => {
  accept(withoutSite(asked.options))
  const answer = await call('explain', { body: questionOf(asked) })
  const { decision, dataType, label, text: words, meeting, settings } = answer
  const losing = settings
    .filter(({ outcome }) => outcome === 'lost')
    .map(({ control, source, value, form }) => ({ control, source, value, form }))
  const { client, os } = asked.asker
  const place =
    meeting === null
      ? undefined
      : { pool: meeting.pool, ...(meeting.site !== null && { site: meeting.site }) }
  return answerExplained({
    dataType,
    label: label ?? undefined,
    client,
    os,
    meeting: place,
    organisation: asked.organisation,
    decision: { ...decision, losing },
    words,
  })
}
