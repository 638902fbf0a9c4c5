import { CandorError, type DataCategory, type Language, type Practices } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import { parseOperatorQuestion, type OperatorQuestion } from '../subject/parse-request.js'
import { readableRows } from '../subject/readable-rows.js'
import type { Subject } from '../subject/subject.js'
import { destroyedNotes, DEVICE_NOTE, USAGE_NOTE } from '../subject/subject-texts.js'
import type { ErasureOrder, Subjects } from '../subject/create-subjects.js'
import { languageOf } from './document-language.js'
import { findPractices } from './find-practices.js'
import { createGate } from './gate.js'
import type { RequireOperator } from './operator.js'
import { acceptBody, type SubjectRouteParts } from './subject-routes.js'

/** Bytes of a request: an id and a product. */
const BODY_LIMIT = 16_384

/** The first hash of a raw id is slow on purpose; so many are made at once. */
const MOST_AT_ONCE = 2

interface OperatorSubjectParts extends SubjectRouteParts {
  readonly requireOperator: RequireOperator
}

type Orders = readonly (readonly [DataCategory, ErasureOrder])[]

const userSubject = (ids: Subject['ids']): Subject => ({ by: 'user', ids }) as Subject

/** Where a question's subject is looked for, and as what. */
const ordersOf = async (subjects: Subjects, product: string, question: OperatorQuestion): Promise<Orders> => {
  if (question.by === 'device') return [['census', { subject: { by: 'device', ids: [question.device] } }]]
  const { all, current, keyEpoch } = await subjects.findUser(product, question.user)
  return (['census', 'error'] as const).map((category) => [
    category,
    { subject: userSubject(all[category]), refuse: { subject: userSubject(current[category]), keyEpoch } },
  ])
}

const notesOf = (subjects: Subjects, { by }: OperatorQuestion, language: Language): readonly string[] => [
  USAGE_NOTE[language],
  ...(by === 'device' ? [DEVICE_NOTE[language]] : destroyedNotes(subjects.epochs(), language)),
]

/** `/api/subject/*`: access and erasure by a raw user id or a device, for operators. The raw id is hashed and kept nowhere. */
export const addOperatorSubjectRoutes = (app: FastifyInstance, parts: OperatorSubjectParts): void => {
  const { products, versions, subjects, requireOperator } = parts
  const gate = createGate(MOST_AT_ONCE)
  const options = { onRequest: requireOperator, bodyLimit: BODY_LIMIT }
  const productIn = (body: unknown): Practices =>
    findPractices(products, (body as { readonly product?: unknown } | null)?.product)

  app.post('/api/subject/access', options, async (request, reply) => {
    const { product } = productIn(request.body)
    const question = acceptBody(parseOperatorQuestion(request.body))
    const language = languageOf(request as Parameters<typeof languageOf>[0])
    const served = versions.of(product).map(({ practices }) => practices)
    const lanes = await gate(async () => {
      const found: Record<string, unknown> = {}
      for (const [category, { subject }] of await ordersOf(subjects, product, question)) {
        const rows = await subjects.access({ product, category }, subject)
        found[category] = { rows, readable: readableRows(served, category, rows, language) }
      }
      return found
    })
    reply.header('cache-control', 'no-store')
    return { product, lanes, notes: notesOf(subjects, question, language) }
  })

  app.post('/api/subject/erasure', options, async (request, reply) => {
    const { product } = productIn(request.body)
    const question = acceptBody(parseOperatorQuestion(request.body))
    const language = languageOf(request as Parameters<typeof languageOf>[0])
    const requests = await gate(async () => {
      const accepted: object[] = []
      for (const [category, order] of await ordersOf(subjects, product, question)) {
        const id = await subjects.erase({ product, category }, order)
        accepted.push({ request: id, category, state: 'accepted' })
      }
      return accepted
    })
    return reply.code(202).send({ product, requests, notes: notesOf(subjects, question, language) })
  })

  app.get<{ Params: { readonly request: string } }>(
    '/api/subject/erasure/:request',
    { onRequest: requireOperator },
    async ({ params }) => {
      const state = await subjects.state(params.request)
      if (state === undefined) throw new CandorError('CANDOR_NOT_FOUND')
      return state
    },
  )
}
