import { isObject, type DevicePractices } from '@candor/practices'

import type { Client } from '../core/client.js'
import { chosen } from '../core/consent.js'
import { userOf } from '../core/identity.js'
import type { SentRequest } from '../core/inspection.js'
import { parseJson } from '../core/parse-json.js'

/** By what names a person's choices that govern error reports are read. */
const choicesOf = ({ rules, controls }: DevicePractices): readonly string[] =>
  rules
    .filter(({ categories }) => categories.includes('error'))
    .flatMap((rule) => rule.controls)
    .flatMap((name) => {
      const control = controls[name]
      return control?.kind === 'choice' ? control.reads : []
    })

/** The users whom the reports of a body name in cleartext. */
const usersOf = (body: string, subject: string): readonly string[] => {
  const envelope = parseJson(body)
  const reports: unknown = isObject(envelope) ? envelope['reports'] : undefined
  return (Array.isArray(reports) ? reports : []).flatMap((report) => {
    const data: unknown = isObject(report) ? report['data'] : undefined
    const user: unknown = isObject(data) ? data[subject] : undefined
    return typeof user === 'string' ? user : []
  })
}

/**
 * Makes what takes the body out of a request of error reports whose person has denied them since; that it was sent, when,
 * and what was answered stays. Another request is answered as it is.
 */
export const createWithdrawal = (client: Client): ((request: SentRequest) => SentRequest) => {
  const { practices } = client
  const choices = choicesOf(practices)
  const types = Object.entries(practices.dataTypes.error)
  const subject = types.find(([, { kind }]) => kind === 'service-hashed-user-id')?.[0]
  const hasDenied = (userId: string): boolean => {
    const answers = chosen(client, userOf(client, userId)?.key)
    return choices.some((name) => answers[name] === 'denied')
  }
  return (request) =>
    request.category === 'error' && subject && usersOf(request.body, subject).some(hasDenied)
      ? { ...request, body: '', removed: 'withdrawn' }
      : request
}
