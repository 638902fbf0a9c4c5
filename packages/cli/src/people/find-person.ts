import type { CallApi } from '../api/call-api.js'
import { refused, type Checked } from '../policy/fault.js'
import type { Person } from './person-answers.js'

/** Whoever has the account of an email address. */
export const findPerson = async (call: CallApi, email: string): Promise<Checked<Person>> => {
  const { people } = await call('listPeople', {})
  const found = people.find((each) => each.email.toLowerCase() === email.toLowerCase())
  if (found !== undefined) return { kind: 'right', value: found }
  return refused(
    'CANDOR_NOT_FOUND',
    {
      en: `Nobody has an account of ${JSON.stringify(email)}.`,
      es: `Nadie tiene una cuenta de ${JSON.stringify(email)}.`,
    },
    { en: 'candor person list shows who has one.', es: 'candor person list muestra quién la tiene.' },
  )
}
