import { ERRORS, isObject, type Language } from '@candor/practices'

import { parseJsonText } from './read-body.js'
import { viewerText } from './texts/viewer-texts.js'

/** How an answer is shown: good, bad, or neither. */
export type Tone = 'good' | 'bad' | 'quiet'

/** An answer of the service as people read it. */
export interface AnswerView {
  readonly state: string
  readonly meaning: string
  readonly tone: Tone
}

/** The codes of the reports that an answer refuses, by their ids. */
export const readRefusals = (answer: string): ReadonlyMap<string, string> => {
  const body = parseJsonText(answer)
  const refused: unknown = isObject(body) ? body['refused'] : undefined
  const list = Array.isArray(refused) ? refused.filter(isObject) : []
  return new Map(list.map(({ id, code }) => [String(id), String(code)]))
}

interface Counts {
  readonly accepted: number
  readonly duplicate: number
  readonly refused: number
}

const readCounts = (answer: string): Counts | undefined => {
  const body = parseJsonText(answer)
  if (!isObject(body) || !Array.isArray(body['refused'])) return undefined
  return {
    accepted: Number(body['accepted']) || 0,
    duplicate: Number(body['duplicate']) || 0,
    refused: body['refused'].length,
  }
}

const describeCounts = (status: number, counts: Counts, language: Language): AnswerView => {
  const told = (['accepted', 'duplicate', 'refused'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => `${counts[name]} ${viewerText(counts[name] === 1 ? `${name}One` : name, language)}`)
  const meaning = [
    ...(counts.refused > 0 ? (['refusedMeaning'] as const) : []),
    ...(counts.duplicate > 0 ? (['duplicateMeaning'] as const) : []),
  ].map((name) => viewerText(name, language))
  return {
    state: `${viewerText('answered', language)} ${status}: ${told.join(', ') || '0'}`,
    meaning: meaning.join(' ') || viewerText('acceptedMeaning', language),
    tone: counts.refused > 0 ? 'bad' : 'good',
  }
}

/** What the code of a problem document says, where it is one of the service's. */
const titleOf = (answer: string, language: Language): string => {
  const problem = parseJsonText(answer)
  const code = isObject(problem) ? problem['code'] : undefined
  const entry = Object.entries(ERRORS).find(([known]) => known === code)?.[1]
  return entry === undefined ? '' : ` ${entry.title[language]} (${String(code)}).`
}

/** Explains what the service answered to a request. An answer whose text was not kept is told by its status. */
export const describeAnswer = (status: number, answer: string, language: Language): AnswerView => {
  const counts = status === 200 ? readCounts(answer) : undefined
  if (counts !== undefined) return describeCounts(status, counts, language)
  const state = `${viewerText('answered', language)} ${status}`
  if (status === 200) return { state, meaning: viewerText('acceptedMeaning', language), tone: 'good' }
  const isLater = status === 408 || status === 429 || status >= 500
  const meaning = viewerText(isLater ? 'laterMeaning' : 'declinedMeaning', language)
  return { state, meaning: `${meaning}${titleOf(answer, language)}`, tone: isLater ? 'quiet' : 'bad' }
}
