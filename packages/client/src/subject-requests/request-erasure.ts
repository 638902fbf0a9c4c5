import type { DataCategory } from '@candor/practices'

import { createAsk, toQuestion } from './ask-service.js'
import { followErasure } from './follow-erasure.js'
import type { SubjectOptions } from './request-access.js'
import type { ErasureOutcome } from './subject-outcome.js'
import { subjectsOf, type CandorOfSubject } from './subjects-of.js'
import { createSurroundings } from './surroundings.js'

/**
 * Asks the service to erase a lane's reports that this device sent and that it acknowledged, and waits for the receipt.
 * What still waits on the device is no part of it. Only who made the random ids knows them, so that naming them is the
 * proof. Ask for one lane at a time, as `laneByLane` does.
 */
export const requestErasure = async (
  candor: CandorOfSubject,
  category: DataCategory,
  options: SubjectOptions = {},
): Promise<ErasureOutcome> => {
  const { signal, surroundings = createSurroundings() } = options
  if (candor.connection.endpoint === '') return { kind: 'no-service' }
  const subjects = subjectsOf(candor, category)
  if (subjects.length === 0) return { kind: 'nothing-known' }
  const ask = createAsk(candor, surroundings, signal)
  const requests: string[] = []
  for (const subject of subjects) {
    const asked = await ask('/v1/subject/erasure', toQuestion(category, subject))
    const request = asked.kind === 'answered' ? asked.body['request'] : undefined
    if (typeof request !== 'string') {
      const fault = asked.kind === 'failed' ? asked.fault : ({ kind: 'unreadable' } as const)
      return { kind: 'failed', fault, requests, receipts: [] }
    }
    requests.push(request)
  }
  return followErasure(candor, requests, { ...options, surroundings })
}
