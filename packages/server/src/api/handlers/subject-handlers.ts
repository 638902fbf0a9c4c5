import { CandorError, type DataCategory, type Language, type Practices } from '@candor/practices'
import { change, type AuditedAction, type ChangedBy } from '../../control-plane/audit-log.js'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import type { PracticesVersions } from '../../control-plane/practices-versions.js'
import { languageOf } from '../../http/document-language.js'
import { findPractices } from '../../http/find-practices.js'
import { createGate } from '../../http/gate.js'
import { acceptBody } from '../../http/subject-routes.js'
import { isoOf } from '../../people/grants.js'
import type { ErasureOrder, Subjects } from '../../subject/create-subjects.js'
import { parseOperatorQuestion, type OperatorQuestion } from '../../subject/parse-request.js'
import { readableRows } from '../../subject/readable-rows.js'
import type { Subject } from '../../subject/subject.js'
import { destroyedNotes, DEVICE_NOTE, USAGE_NOTE } from '../../subject/subject-texts.js'
import type { Handlers } from '../call.js'
import type { SUBJECT_ROUTES } from '../contract/subject-routes.js'

/** What the routes of subject requests need. */
export interface SubjectParts {
  readonly products: readonly Practices[]
  readonly versions: PracticesVersions
  readonly subjects: Subjects
  readonly controlPlane: ControlPlane
}

/** The first hash of a raw id is slow on purpose; so many are made at once. */
const MOST_AT_ONCE = 2
const DEFAULT_LIMIT = 50

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

/** Erasures that were asked for, the newest first, from an instant backwards. */
const listRequests = async (controlPlane: ControlPlane, limit: number, before: string | undefined) => {
  const all = controlPlane
    .selectFrom('subject_requests')
    .selectAll()
    .orderBy('requested_at', 'desc')
    .limit(limit + 1)
  const rows = await (
    before === undefined ? all : all.where('requested_at', '<', Date.parse(before))
  ).execute()
  const requests = rows.slice(0, limit).map((row) => ({
    request: row.id,
    product: row.product,
    category: row.category,
    by: row.subject_by,
    state: row.completed_at === null ? ('accepted' as const) : ('done' as const),
    requestedAt: isoOf(row.requested_at),
    completedAt: row.completed_at === null ? null : isoOf(row.completed_at),
    erased: row.completed_at === null ? null : row.erased,
  }))
  return { requests, next: rows.length > limit ? (requests.at(-1)?.requestedAt ?? null) : null }
}

/** Access and erasure by a raw user id or a device. The raw id is hashed and kept nowhere, the audit log included. */
export const subjectHandlers = (parts: SubjectParts): Handlers<typeof SUBJECT_ROUTES> => {
  const { products, versions, subjects, controlPlane } = parts
  const gate = createGate(MOST_AT_ONCE)
  const asked = (body: unknown) => ({
    product: findPractices(products, (body as { readonly product?: unknown }).product).product,
    question: acceptBody(parseOperatorQuestion(body)),
  })
  const note = (action: AuditedAction, product: string, by: ChangedBy, after: object): Promise<void> =>
    change(controlPlane, by, async () => ({ result: undefined, fact: { action, target: product, after } }))
  return {
    listSubjectRequests: async ({ query }) =>
      listRequests(controlPlane, query.limit ?? DEFAULT_LIMIT, query.before),
    accessSubject: async ({ body, request, by }) => {
      const { product, question } = asked(body)
      const language = languageOf(request as Parameters<typeof languageOf>[0])
      await note('subject.access', product, by, { by: question.by })
      const served = versions.of(product).map(({ practices }) => practices)
      const lanes = await gate(async () => {
        const found: Record<string, { rows: readonly unknown[]; readable: unknown }> = {}
        for (const [category, { subject }] of await ordersOf(subjects, product, question)) {
          const rows = await subjects.access({ product, category }, subject)
          found[category] = { rows, readable: readableRows(served, category, rows, language) }
        }
        return found
      })
      return { product, lanes, notes: notesOf(subjects, question, language) }
    },
    eraseSubject: async ({ body, request, by }) => {
      const { product, question } = asked(body)
      const language = languageOf(request as Parameters<typeof languageOf>[0])
      const requests = await gate(async () => {
        const accepted: { request: string; category: DataCategory; state: 'accepted' }[] = []
        for (const [category, order] of await ordersOf(subjects, product, question)) {
          const id = await subjects.erase({ product, category }, order)
          accepted.push({ request: id, category, state: 'accepted' })
        }
        return accepted
      })
      const ids = requests.map(({ request: id, category }) => ({ request: id, category }))
      await note('subject.erasure', product, by, { by: question.by, requests: ids })
      return { product, requests, notes: notesOf(subjects, question, language) }
    },
    readErasure: async ({ params }) => {
      const state = await subjects.state(params.request)
      if (state === undefined) throw new CandorError('CANDOR_NOT_FOUND')
      return state
    },
  }
}
